package io.ae.cpu.rewrite;

import io.ae.api.graph.Binary;
import io.ae.api.graph.Function;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Layout;
import io.ae.api.graph.Op;
import io.ae.api.graph.Unary;
import io.ae.api.graph.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Computes as one number what is the same everywhere: functions of spread scalars, such as the
 * gradient of a mean, are spread where they are used and not before.
 */
final class UniformValues {
  private final List<Value> nodes = new ArrayList<>();
  private final Map<Value, Value> scalars = new IdentityHashMap<>();
  private final Map<Value, Value> wholes = new IdentityHashMap<>();

  private UniformValues() {}

  static Function rewrite(Function function) {
    UniformValues u = new UniformValues();
    function.nodes().forEach(u::add);
    return Rewrite.rebuilt(function, u.nodes, u::whole, v -> v);
  }

  private void add(Value v) {
    if (uniform(v)) {
      scalars.put(v, scalar(v));
    } else {
      wholes.put(v, made(v.op(), v.inputs().stream().map(this::whole).toList(), v));
    }
  }

  private boolean uniform(Value v) {
    if (v.kind() != Kind.REAL || v.shape().rank() == 0) {
      return false;
    }
    Op op = v.op();
    if (op instanceof Layout.Broadcast && v.input(0).shape().rank() == 0) {
      return true;
    }
    boolean keeps =
        op instanceof Unary
            || op instanceof Binary
            || op instanceof Layout.Broadcast
            || op instanceof Layout.Reshape;
    return keeps && v.inputs().stream().allMatch(scalars::containsKey);
  }

  private Value scalar(Value v) {
    List<Value> in =
        v.inputs().stream().map(i -> scalars.containsKey(i) ? scalars.get(i) : whole(i)).toList();
    return v.op() instanceof Layout ? in.get(0) : made(v.op(), in, v);
  }

  /** Returns a value as the function has it. */
  private Value whole(Value v) {
    Value scalar = scalars.get(v);
    if (scalar != null && !wholes.containsKey(v)) {
      wholes.put(v, made(new Layout.Broadcast(v.shape()), List.of(scalar), v));
    }
    return wholes.getOrDefault(v, v);
  }

  private Value made(Op op, List<Value> in, Value of) {
    Value value = op == of.op() && in.equals(of.inputs()) ? of : new Value(op, in, of.scope());
    nodes.add(value);
    return value;
  }
}
