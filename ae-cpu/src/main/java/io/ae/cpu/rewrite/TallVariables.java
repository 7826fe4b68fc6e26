package io.ae.cpu.rewrite;

import io.ae.api.graph.Elementwise;
import io.ae.api.graph.Function;
import io.ae.api.graph.Layout;
import io.ae.api.graph.Leaf;
import io.ae.api.graph.Op;
import io.ae.api.graph.Product;
import io.ae.api.graph.Program;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Update;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import io.ae.cpu.plan.CutWeights;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds weights that shards could cut into ranges of their columns if those were rows, with all
 * that is computed from them element by element: moments, gradients.
 */
final class TallVariables {
  private final Program program;
  private final Map<Value, List<Value>> users = new IdentityHashMap<>();
  private final Map<Value, List<Var>> written = new IdentityHashMap<>();
  private final Set<Value> outputs = Collections.newSetFromMap(new IdentityHashMap<>());

  private TallVariables(Program program) {
    this.program = program;
    for (Function f : program.functions().values()) {
      for (Value v : f.nodes()) {
        v.inputs().forEach(i -> users.computeIfAbsent(i, k -> new ArrayList<>()).add(v));
      }
      f.writes().forEach((x, v) -> written.computeIfAbsent(v, k -> new ArrayList<>()).add(x));
      outputs.addAll(f.outputs().values());
    }
  }

  /** What is held as its transpose. */
  record Turned(Set<Value> values, Set<Var> variables) {
    private Turned() {
      this(
          Collections.newSetFromMap(new IdentityHashMap<>()),
          Collections.newSetFromMap(new IdentityHashMap<>()));
    }
  }

  /** Returns the values and variables that had better be held as their transposes. */
  static Turned of(Program program) {
    TallVariables tall = new TallVariables(program);
    Turned all = new Turned();
    for (Var v : program.state()) {
      if (tall.wanted(v) && !all.variables().contains(v)) {
        Turned with = new Turned();
        if (tall.turns(v, with)) {
          all.values().addAll(with.values());
          all.variables().addAll(with.variables());
        }
      }
    }
    return all;
  }

  /** Whether a function that changes a variable multiplies by it. */
  private boolean wanted(Var v) {
    Shape shape = v.shape();
    return shape.rank() == 2
        && CutWeights.tall(shape.dim(1), shape.dim(0))
        && program.functions().values().stream()
            .filter(f -> f.writes().containsKey(v))
            .flatMap(f -> f.nodes().stream())
            .anyMatch(n -> n.op() instanceof Leaf.Read r && r.variable() == v && multiplies(n));
  }

  private boolean multiplies(Value v) {
    return users.getOrDefault(v, List.of()).stream().anyMatch(u -> rightFactor(u, v));
  }

  /** Collects what has to turn with a variable; returns whether all of it can. */
  private boolean turns(Var start, Turned with) {
    Deque<Value> open = new ArrayDeque<>();
    add(start, with, open);
    while (!open.isEmpty()) {
      Value v = open.pop();
      if (with.values().add(v) && !(made(v, with, open) && used(v, with, open))) {
        return false;
      }
    }
    return true;
  }

  private void add(Var v, Turned with, Deque<Value> open) {
    if (!with.variables().add(v)) {
      return;
    }
    for (Function f : program.functions().values()) {
      Value next = f.writes().get(v);
      if (next != null) {
        open.add(next);
      }
      for (Value n : f.nodes()) {
        if (n.op() instanceof Leaf.Read r && r.variable() == v) {
          open.add(n);
        }
      }
    }
  }

  private boolean made(Value v, Turned with, Deque<Value> open) {
    Op op = v.op();
    if (op instanceof Leaf.Read read) {
      add(read.variable(), with, open);
      return true;
    }
    if (elementwise(op)) {
      v.inputs().stream().filter(i -> i.type().equals(v.type())).forEach(open::add);
      return v.inputs().stream().allMatch(i -> i.type().equals(v.type()) || scalar(i));
    }
    return op instanceof Product.Contract || (op instanceof Layout.Broadcast && scalar(v.input(0)));
  }

  private boolean used(Value v, Turned with, Deque<Value> open) {
    written.getOrDefault(v, List.of()).forEach(x -> add(x, with, open));
    for (Value user : users.getOrDefault(v, List.of())) {
      if (elementwise(user.op())) {
        open.add(user);
      } else if (!rightFactor(user, v)) {
        return false;
      }
    }
    return !outputs.contains(v);
  }

  private static boolean rightFactor(Value product, Value v) {
    boolean multiplies =
        product.op() instanceof Product.MatMul || product.op() instanceof Product.Dense;
    return multiplies && product.input(1) == v && product.input(0) != v;
  }

  private static boolean elementwise(Op op) {
    return op instanceof Elementwise || op instanceof Update;
  }

  private static boolean scalar(Value v) {
    return v.shape().rank() == 0;
  }
}
