package io.ae.cpu.plan;

import io.ae.api.graph.Leaf;
import io.ae.api.graph.Var;
import io.ae.cpu.memory.NativeBlock;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Gives every value its place. Shared memory is given out once; a shard's own memory is used again
 * when the last reader of a value has run. Halves of joins keep theirs: other shards read them.
 */
final class Layouts {
  private final Capacity capacity;
  private final Map<Var, Integer> state;
  private final Regions local = new Regions();
  private final List<Node> constants = new ArrayList<>();
  private long sharedWords;

  Layouts(Capacity capacity, Map<Var, Integer> state) {
    this.capacity = capacity;
    this.state = state;
  }

  /** Places a leaf. */
  void leaf(Node n) {
    if (n.op instanceof Leaf.Read read) {
      n.place = state(read.variable());
      return;
    }
    n.place = shared(n);
    if (!(n.op instanceof Leaf.Input)) {
      constants.add(n);
    }
  }

  Place.State state(Var variable) {
    return new Place.State(Objects.requireNonNull(state.get(variable)));
  }

  Place.Shared shared(Node n) {
    long word = sharedWords;
    sharedWords += words(n, capacity.rows());
    return new Place.Shared(Math.toIntExact(word));
  }

  private long words(Node n, int rows) {
    long bytes = n.bytes() * n.extent.capacity(rows, capacity.rows(), capacity.nonZeros());
    return NativeBlock.aligned(Math.max(1, (bytes + Float.BYTES - 1) / Float.BYTES));
  }

  /** Places what the items compute. */
  void place(Uses uses, List<List<Item>> phases, List<Plan.Move> moves) {
    Map<Item, Integer> order = new IdentityHashMap<>();
    int[] phaseEnd = new int[phases.size()];
    for (int p = 0; p < phases.size(); p++) {
      for (Item item : phases.get(p)) {
        order.put(item, order.size());
      }
      phaseEnd[p] = order.size();
    }
    for (List<Item> items : phases) {
      for (Item item : items) {
        for (Node n : item.all()) {
          if (n.stored && n.place == null) {
            place(n, lastUse(n, uses, order, moves, phaseEnd));
          }
        }
        local.free(Objects.requireNonNull(order.get(item)));
      }
    }
  }

  private void place(Node n, int lastUse) {
    boolean own =
        !n.gathered && (n.mode == Mode.ROW || n.mode == Mode.PARTIAL || n.mode == Mode.REPLICATED);
    n.place =
        own ? new Place.Local(local.take(words(n, capacity.shardRows()), lastUse)) : shared(n);
  }

  private static int lastUse(
      Node n, Uses uses, Map<Item, Integer> order, List<Plan.Move> moves, int[] phaseEnd) {
    if (n.mode == Mode.PARTIAL) {
      return Integer.MAX_VALUE;
    }
    int last = -1;
    for (Uses.Use u : uses.of(n)) {
      Integer at = order.get(u.by().item);
      last = Math.max(last, at == null ? -1 : at);
    }
    for (Plan.Move m : moves) {
      if (m.from() == n) {
        last =
            Math.max(last, m.phase() < phaseEnd.length ? phaseEnd[m.phase()] : Integer.MAX_VALUE);
      }
    }
    return last;
  }

  /** Returns leaves whose values the session writes. */
  List<Node> constants() {
    return constants;
  }

  Capacity capacity() {
    return capacity;
  }

  long sharedWords() {
    return Math.max(1, sharedWords);
  }

  long localWords() {
    return Math.max(1, local.words());
  }
}
