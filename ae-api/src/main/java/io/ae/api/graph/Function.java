package io.ae.api.graph;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One function of a program. It reads the state as it was before the run; all its writes appear
 * together after it.
 *
 * @param name unique in the program, such as {@code train.0} or {@code encode}
 * @param nodes every node, inputs before users; any such order gives the same results
 * @param outputs what a run returns, by name
 * @param writes what variables become
 */
public record Function(
    String name, List<Value> nodes, Map<String, Value> outputs, Map<Var, Value> writes) {
  /**
   * @throws IllegalArgumentException if a node stands before one of its inputs, or an output or
   *     write is no node
   * @throws ShapeException if a write has another type than its variable
   */
  public Function {
    nodes = List.copyOf(nodes);
    outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    writes = Collections.unmodifiableMap(new LinkedHashMap<>(writes));
    Set<Value> known = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Value v : nodes) {
      if (!known.containsAll(v.inputs())) {
        throw new IllegalArgumentException(name + ": " + v + " stands before one of its inputs");
      }
      known.add(v);
    }
    if (!known.containsAll(outputs.values()) || !known.containsAll(writes.values())) {
      throw new IllegalArgumentException(name + ": an output or a write is none of the nodes");
    }
    writes.forEach(
        (var, value) -> {
          if (!var.type().equals(value.type())) {
            throw new ShapeException("write of " + value.type() + " to variable " + var);
          }
        });
  }

  /** Returns the inputs of a run, in the order of their first use. */
  public List<Leaf.Input> inputs() {
    return nodes.stream()
        .map(Value::op)
        .filter(Leaf.Input.class::isInstance)
        .map(Leaf.Input.class::cast)
        .toList();
  }

  /** Returns the variables that are read, in the order of their first use. */
  public List<Var> reads() {
    return nodes.stream()
        .map(Value::op)
        .filter(Leaf.Read.class::isInstance)
        .map(op -> ((Leaf.Read) op).variable())
        .distinct()
        .toList();
  }
}
