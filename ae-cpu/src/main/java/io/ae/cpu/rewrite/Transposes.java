package io.ae.cpu.rewrite;

import io.ae.api.graph.Function;
import io.ae.api.graph.Layout;
import io.ae.api.graph.Leaf;
import io.ae.api.graph.Op;
import io.ae.api.graph.Product;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Type;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Rewrites a function so that some of its values are transposes of what they were. */
final class Transposes {
  private final TallVariables.Turned turned;
  private final Map<Var, Var> variables;
  private final Map<Value, Value> made = new IdentityHashMap<>();

  private Transposes(TallVariables.Turned turned, Map<Var, Var> variables) {
    this.turned = turned;
    this.variables = variables;
  }

  /**
   * Rewrites a function.
   *
   * @param turned what is transposed
   * @param variables the transposes of variables
   */
  static Function rewrite(Function function, TallVariables.Turned turned, Map<Var, Var> variables) {
    Transposes t = new Transposes(turned, variables);
    List<Value> nodes = new ArrayList<>();
    for (Value v : function.nodes()) {
      Value value = t.value(v);
      t.made.put(v, value);
      nodes.add(value);
    }
    return Rewrite.rebuilt(function, nodes, t::made, v -> variables.getOrDefault(v, v));
  }

  /** Returns a variable of the transposed shape and the same name. */
  static Var transpose(Var v) {
    return new Var(
        v.name(), new Type(transpose(v.shape()), v.type().kind()), v.init(), v.parameter());
  }

  private static Shape transpose(Shape shape) {
    return Shape.of(shape.dim(1), shape.dim(0));
  }

  private Value value(Value v) {
    List<Value> in = new ArrayList<>(v.inputs().stream().map(this::made).toList());
    Op op = turned.values().contains(v) ? transposed(v, in) : multiplying(v);
    return op == v.op() && in.equals(v.inputs()) ? v : new Value(op, in, v.scope());
  }

  /** Returns what makes the transpose of a value, whose inputs are turned already. */
  private Op transposed(Value v, List<Value> in) {
    Op op = v.op();
    if (op instanceof Leaf.Read read) {
      return new Leaf.Read(variables.getOrDefault(read.variable(), read.variable()));
    }
    if (op instanceof Layout.Broadcast) {
      return new Layout.Broadcast(transpose(v.shape()));
    }
    if (op instanceof Product.Contract) {
      Collections.swap(in, 0, 1);
    }
    return op;
  }

  /** Returns what multiplies by the transpose where it multiplied by a value that is turned. */
  private Op multiplying(Value v) {
    if (v.inputs().size() < 2 || !turned.values().contains(v.input(1))) {
      return v.op();
    }
    if (v.op() instanceof Product.MatMul m) {
      return new Product.MatMul(!m.transposed());
    }
    return v.op() instanceof Product.Dense d ? new Product.Dense(!d.transposed()) : v.op();
  }

  private Value made(Value v) {
    return made.getOrDefault(v, v);
  }
}
