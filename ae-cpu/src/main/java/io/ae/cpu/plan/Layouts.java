package io.ae.cpu.plan;

import io.ae.api.graph.Leaf;
import io.ae.api.graph.Var;
import io.ae.cpu.memory.NativeBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gives every value its place. Shared memory is given out once; a shard's own memory is used again
 * when the last reader of a value has run. Halves of joins keep theirs: other shards read them.
 */
final class Layouts {
  private final Capacity capacity;
  private final StateLayout state;
  private final Regions local = new Regions();
  private final List<Node> constants = new ArrayList<>();
  private long sharedWords;

  Layouts(Capacity capacity, StateLayout state) {
    this.capacity = capacity;
    this.state = state;
  }

  /** Places a leaf. */
  void leaf(Node n) {
    if (n.op instanceof Leaf.Read read) {
      Place place = state(read.variable());
      n.place = n.bfloat16 ? Objects.requireNonNull(place.copy()) : place;
      return;
    }
    n.place = shared(n);
    publish(n);
    if (!(n.op instanceof Leaf.Input)) {
      constants.add(n);
    }
  }

  /** Returns where a variable lies. */
  Place state(Var variable) {
    return state.place(variable);
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
  void place(List<List<Item>> phases, Lifetimes lifetimes, InPlace inPlace) {
    for (List<Item> items : phases) {
      for (Item item : items) {
        for (Node n : item.all()) {
          if (n.stored && n.place == null) {
            n.place = place(n, item, lifetimes.lastUse(n), inPlace.operand(n, item));
          }
          if (n.mode == Mode.INNER) {
            long words = words(n, capacity.rows());
            n.part = new Place.Local(local.take(words, lifetimes.lastUseOfParts(n)));
          }
          publish(n);
        }
        local.free(lifetimes.number(item));
      }
    }
  }

  /** Returns where a value lies: where the one before it lay, if that was the same memory. */
  private Place place(Node n, Item item, int lastUse, @Nullable Node before) {
    if (before == null || own(before) != own(n)) {
      return own(n) ? local(n, item, lastUse) : shared(n);
    }
    Place place = Objects.requireNonNull(before.place);
    if (place instanceof Place.Local l) {
      local.keep(l.word(), lastUse);
    }
    return place;
  }

  /** Rows that the shard alone writes and reads lie apart from those that the others read. */
  private void publish(Node n) {
    boolean rows = n.mode == Mode.ROW || n.mode == Mode.INNER || n.mode == Mode.LEAF;
    if (others() && n.crosses && rows && !n.gathered && n.extent.cut()) {
      n.published = shared(n);
    }
  }

  /** Whether there is more than one shard. */
  private boolean others() {
    return capacity.active(capacity.rows()) > 1;
  }

  /** Whether it lies in the shard's own memory, until its last reader there has run. */
  private boolean own(Node n) {
    return !n.gathered
        && (others() || !n.crosses)
        && switch (n.mode) {
          case ROW, INNER, PARTIAL, REPLICATED -> true;
          default -> false;
        };
  }

  private Place.Local local(Node n, Item item, int lastUse) {
    int rows = item.portion == null ? capacity.shardRows() : item.portion.rows();
    return new Place.Local(local.take(words(n, rows), lastUse));
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
