package io.ae.core.autodiff;

import io.ae.api.graph.Kind;
import io.ae.api.graph.Ops;
import io.ae.api.graph.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reverse-mode differentiation: each op's own rule, applied from the scalar backwards. */
final class Gradients {
  private Gradients() {}

  /**
   * Returns the gradient of a scalar by each value.
   *
   * @param o where the gradient is written down
   * @param nodes all nodes, inputs before users
   */
  static List<Value> of(Ops o, List<Value> nodes, Value scalar, List<Value> by) {
    List<Value> before = List.copyOf(nodes.subList(0, nodes.indexOf(scalar) + 1));
    Set<Value> active = reaching(before, by);
    Map<Value, Value> gradients = new IdentityHashMap<>();
    gradients.put(scalar, o.constant(1));
    for (int i = before.size() - 1; i >= 0; i--) {
      Value y = before.get(i);
      Value g = gradients.get(y);
      if (g != null && active.contains(y) && !y.inputs().isEmpty()) {
        List<@Nullable Value> back = y.op().adjoint(o, y, g);
        for (int k = 0; k < back.size(); k++) {
          Value part = back.get(k);
          if (part != null && active.contains(y.input(k)) && y.input(k).kind() == Kind.REAL) {
            gradients.merge(y.input(k), part, o::add);
          }
        }
      }
    }
    List<Value> result = new ArrayList<>();
    for (Value x : by) {
      Value g = gradients.get(x);
      result.add(g != null ? g : o.to(o.constant(0), x.shape()));
    }
    return result;
  }

  /** Returns the nodes that depend on one of these values, themselves included. */
  static Set<Value> reaching(List<Value> nodes, List<Value> from) {
    Set<Value> reached = Collections.newSetFromMap(new IdentityHashMap<>());
    reached.addAll(from);
    for (Value v : nodes) {
      if (v.inputs().stream().anyMatch(reached::contains)) {
        reached.add(v);
      }
    }
    return reached;
  }
}
