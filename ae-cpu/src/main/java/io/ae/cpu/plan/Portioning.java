package io.ae.cpu.plan;

import io.ae.api.graph.Draw;
import io.ae.api.graph.Layout;
import io.ae.api.graph.Spatial;
import io.ae.cpu.memory.Extent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Lets items that follow one another go through a shard's rows together, a portion at a time, where
 * planes are convolved or pooled: the values of all rows would go to memory and back between two
 * items. What would read large weights anew for each portion stays with all rows at once: products,
 * and convolutions of many channels.
 *
 * <p>What only the items of a portion read lies in memory for one portion; what others read as well
 * lies where all rows have their place.
 */
final class Portioning {
  /**
   * Words of what one item reads and writes of a portion: what a core's second-level cache holds.
   */
  private static final int WORDS = 1 << 18;

  /** Words of weights that are small beside that. */
  private static final int SMALL = 1 << 16;

  /** More rows at a time gain nothing. */
  private static final int MOST = 16;

  private final Capacity capacity;

  private Portioning(Capacity capacity) {
    this.capacity = capacity;
  }

  /** Fills in the items' portions, and the nodes of which all rows are kept. */
  static void assign(Uses uses, List<List<Item>> phases, Capacity capacity) {
    Portioning p = new Portioning(capacity);
    phases.forEach(p::phase);
    for (Node n : uses.nodes()) {
      Item item = n.item;
      if (item != null && n.extent.cut()) {
        n.gathered |=
            uses.of(n).stream()
                .map(u -> u.by().item)
                .anyMatch(by -> by != null && by.portion != item.portion);
      }
    }
  }

  private void phase(List<Item> items) {
    // What reads no rows waits for none of the phase.
    items.sort(Comparator.comparing(Portioning::overRows));
    List<Item> stretch = new ArrayList<>();
    for (Item item : items) {
      if (mayPart(item)) {
        stretch.add(item);
      } else {
        part(stretch);
        stretch.clear();
      }
    }
    part(stretch);
  }

  /** Whether an item computes from, or into, rows of the batch. */
  private static boolean overRows(Item item) {
    return item.mode == Mode.ROW || item.nodes.stream().anyMatch(Portioning::readsRows);
  }

  private static boolean readsRows(Node n) {
    return n.sources().stream().anyMatch(s -> s.view().node().extent.cut());
  }

  /** Whether an item can go through rows portion by portion, adding up what it sums. */
  private static boolean mayPart(Item item) {
    Node n = item.nodes.get(0);
    boolean moves = n.op instanceof Layout && item.mode == Mode.ROW;
    boolean spatial = n.op instanceof Spatial && weights(n) <= SMALL;
    boolean known = item.chain || moves || spatial || n.fold() || n.op instanceof Draw;
    boolean rows = overRows(item) && !item.mode.ofColumns();
    return known && rows && n.extent.lead() != Extent.Lead.NON_ZEROS;
  }

  /** Returns the words of a convolution's weights, or of their gradient. */
  private static long weights(Node n) {
    if (n.op instanceof Spatial.Conv2dWeights) {
      return n.type.shape().elements();
    }
    boolean convolution = n.op instanceof Spatial.Conv2d || n.op instanceof Spatial.ConvTranspose2d;
    return convolution ? n.inputs.get(1).shape().elements() : 0;
  }

  private void part(List<Item> stretch) {
    if (stretch.stream().noneMatch(i -> ChannelsLast.kernel(i.nodes.get(0).op))) {
      return;
    }
    long most = 1;
    for (Item item : stretch) {
      most = Math.max(most, words(item));
    }
    int rows = Integer.highestOneBit((int) Math.max(1, Math.min(MOST, WORDS / most)));
    if (rows < capacity.shardRows()) {
      Portion portion = new Portion(rows);
      stretch.forEach(i -> i.portion = portion);
    }
  }

  /** Returns the words of a row that an item reads and writes. */
  private long words(Item item) {
    Set<Node> touched = new LinkedHashSet<>();
    for (Node n : item.all()) {
      touched.add(n);
      n.sources().forEach(s -> touched.add(s.view().node()));
    }
    return touched.stream()
        .filter(n -> n.extent.lead() == Extent.Lead.ROWS && (n.stored || n.leaf()))
        .mapToLong(n -> n.extent.capacity(1, capacity.rows(), 0))
        .sum();
  }
}
