package io.ae.cpu.plan;

import io.ae.api.graph.Function;
import io.ae.api.graph.Value;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

/** The values on which a function's outputs and writes depend. */
final class Needed {
  private Needed() {}

  static Set<Value> of(Function function) {
    Set<Value> needed = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Value> open = new ArrayDeque<>(function.outputs().values());
    open.addAll(function.writes().values());
    while (!open.isEmpty()) {
      Value v = open.pop();
      if (needed.add(v)) {
        open.addAll(v.inputs());
      }
    }
    return needed;
  }
}
