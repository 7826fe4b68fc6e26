package io.ae.core.conformance;

import io.ae.api.graph.Function;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Layout;
import io.ae.api.graph.Leaf;
import io.ae.api.graph.Op;
import io.ae.api.graph.Program;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compiles something else than was asked for: how a kernel goes wrong. */
final class Rewrite {
  /** What becomes of one node. */
  interface Rule {
    /**
     * @param into where nodes are added
     * @param op what was asked for
     * @param in its inputs, already rewritten
     */
    Value of(Rewrite into, Op op, List<Value> in);
  }

  private final List<Value> nodes = new ArrayList<>();

  private Rewrite() {}

  /** Returns the program that a rule makes of another. */
  static Program of(Program program, Rule rule) {
    Map<String, Function> functions = new LinkedHashMap<>();
    program.functions().forEach((name, f) -> functions.put(name, new Rewrite().function(f, rule)));
    return new Program(program.state(), functions);
  }

  private Function function(Function f, Rule rule) {
    Map<Value, Value> made = new IdentityHashMap<>();
    for (Value v : f.nodes()) {
      made.put(v, rule.of(this, v.op(), v.inputs().stream().map(made::get).toList()));
    }
    Map<String, Value> outputs = new LinkedHashMap<>();
    f.outputs().forEach((name, v) -> outputs.put(name, made.get(v)));
    Map<Var, Value> writes = new LinkedHashMap<>();
    f.writes().forEach((var, v) -> writes.put(var, made.get(v)));
    return new Function(f.name(), nodes, outputs, writes);
  }

  /** Adds a node. */
  Value node(Op op, Value... in) {
    return node(op, List.of(in));
  }

  Value node(Op op, List<Value> in) {
    Value v = new Value(op, in, "");
    nodes.add(v);
    return v;
  }

  /** Adds a number, spread over a shape. */
  Value number(double value, Shape shape) {
    return node(new Layout.Broadcast(shape), node(new Leaf.Literal(value, Kind.REAL)));
  }
}
