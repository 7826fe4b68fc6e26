package io.ae.cpu.plan;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** When the last reader of each value has run, by the number of an item in a shard's order. */
final class Lifetimes {
  private final Uses uses;
  private final List<Plan.Move> moves;
  private final Map<Item, Integer> numbers = new IdentityHashMap<>();
  private final Map<Portion, Integer> portionEnds = new IdentityHashMap<>();
  private final int[] phaseEnds;

  Lifetimes(Uses uses, List<List<Item>> phases, List<Plan.Move> moves) {
    this.uses = uses;
    this.moves = moves;
    phaseEnds = new int[phases.size()];
    for (int p = 0; p < phases.size(); p++) {
      for (Item item : phases.get(p)) {
        if (item.portion != null) {
          portionEnds.put(item.portion, numbers.size());
        }
        numbers.put(item, numbers.size());
      }
      phaseEnds[p] = numbers.size();
    }
  }

  /** Returns an item's number. */
  int number(Item item) {
    return Objects.requireNonNull(numbers.get(item));
  }

  /** Returns the number of the item behind which nothing reads a value. */
  int lastUse(Node n) {
    if (n.mode == Mode.PARTIAL) {
      return Integer.MAX_VALUE;
    }
    int last = -1;
    for (Uses.Use u : uses.of(n)) {
      Item by = u.by().item;
      if (by != null) {
        last = Math.max(last, lastRead(n, by));
      }
    }
    for (Plan.Move m : moves) {
      if (m.from() == n) {
        last =
            Math.max(last, m.phase() < phaseEnds.length ? phaseEnds[m.phase()] : Integer.MAX_VALUE);
      }
    }
    return last;
  }

  /** Returns the number of the item behind which no shard reads another one's part of a product. */
  int lastUseOfParts(Node n) {
    int read = n.rowsPhase();
    return read < phaseEnds.length ? phaseEnds[read] : Integer.MAX_VALUE;
  }

  /**
   * What was there before a portion began is read again for each portion; a layer reads its rows
   * until what it takes along is done too.
   */
  private int lastRead(Node n, Item by) {
    boolean before = by.portion != null && (n.item == null || n.item.portion != by.portion);
    if (before) {
      return Objects.requireNonNull(portionEnds.get(by.portion));
    }
    Layer layer = by.layer;
    return number(layer == null ? by : layer.last());
  }
}
