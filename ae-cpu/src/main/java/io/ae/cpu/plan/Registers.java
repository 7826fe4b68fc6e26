package io.ae.cpu.plan;

import io.ae.api.graph.Kind;
import io.ae.api.graph.Shape;
import io.ae.cpu.kernel.Step;
import io.ae.cpu.memory.HeapVariable;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which tile each value of a chain is in, from where it is made to where it is last read. */
final class Registers {
  /** What stands in a tile: a node's value, or a small value spread over a shape. */
  sealed interface Key {
    /** A node's value. */
    record Whole(Node node) implements Key {}

    /** A small value spread over a shape. */
    record Spread(Node node, Shape from, Shape to) implements Key {
      /** Returns whether it is one number. */
      boolean scalar() {
        return node.extent.scalar();
      }

      /** Returns after how many elements the value repeats itself, 0 where that is not known. */
      int period() {
        if (node.extent.cut() || node.extent.all() > 0) {
          return 0;
        }
        int ones = 0;
        while (ones < from.rank() && from.dim(ones) == 1) {
          ones++;
        }
        int kept = from.rank() - ones;
        for (int i = 1; i <= kept; i++) {
          if (from.dim(from.rank() - i) != to.dim(to.rank() - i)) {
            return 0;
          }
        }
        return node.extent.fixed();
      }
    }
  }

  private final Item item;
  private final Tiles tiles;
  private final List<Segment> segments;
  private final Map<Key, float[]> reals = new HashMap<>();
  private final Map<HeapVariable, float[]> heap = new IdentityHashMap<>();
  private final Map<Key, int[]> ints = new HashMap<>();
  private final Map<Key, Integer> lastReads = new LinkedHashMap<>();
  private final int tile;

  Registers(Item item, Tiles tiles) {
    this.item = item;
    this.tiles = tiles;
    this.segments = Segment.cut(item);
    for (int i = 0; i < segments.size(); i++) {
      for (Node n : segments.get(i).nodes()) {
        for (View v : n.inputs) {
          lastReads.merge(key(v), i, Math::max);
        }
        boolean atTheEnd = n.stored && n.place instanceof Place.State;
        lastReads.merge(new Key.Whole(n), atTheEnd ? segments.size() : i, Math::max);
      }
    }
    int period =
        IntStream.concat(
                lastReads.keySet().stream().mapToInt(Registers::period),
                item.folds.stream().mapToInt(Registers::columns))
            .filter(p -> p > 0 && p <= Step.TILE)
            .max()
            .orElse(1);
    int size = Math.max(1, Step.TILE / period) * period;
    for (Key key : lastReads.keySet()) {
      HeapVariable variable = heap(key);
      size = variable == null ? size : variable.size();
    }
    tile = size;
    takeFirst();
  }

  /** Returns the segments in the order in which they run. */
  List<Segment> segments() {
    return segments;
  }

  /**
   * Returns how many elements a tile of this chain has: whole rows of what is spread over rows, so
   * that it is the same in every tile.
   */
  int tile() {
    return tile;
  }

  /** Returns whether every tile of a run is the same, in a tile that nothing else uses. */
  boolean repeats(Key key) {
    int period = period(key);
    return period > 0 && tile % period == 0;
  }

  /** What stays from tile to tile must not share a tile with something else in the chain. */
  private void takeFirst() {
    for (Segment s : segments) {
      for (Node n : s.nodes()) {
        for (View v : n.inputs) {
          Key key = key(v);
          boolean read = !(s.loop() && key instanceof Key.Spread x && x.scalar());
          if (repeats(key) && read) {
            lastReads.put(key, segments.size());
            if (ofIndices(v.node())) {
              index(key);
            } else {
              real(key);
            }
          }
        }
      }
    }
  }

  /** Returns how an operand stands in this chain. */
  Key key(View v) {
    Node n = v.node();
    if (n.broadcast() && n.item != item) {
      View small = n.inputs.get(0);
      return new Key.Spread(small.node(), small.shape(), n.type.shape());
    }
    return new Key.Whole(n);
  }

  /** Returns the variable on the heap that this chain updates and a key stands for, if it does. */
  @Nullable HeapVariable heap(Key key) {
    HeapVariable variable = key instanceof Key.Whole whole ? heap(whole.node()) : null;
    boolean updates = item.nodes.stream().anyMatch(n -> heap(n) == variable);
    return updates ? variable : null;
  }

  private static @Nullable HeapVariable heap(Node n) {
    Place place = n.place;
    return place instanceof Place.State s
        ? s.heap()
        : place instanceof Place.Heap h ? h.variable() : null;
  }

  /** Returns a tile; of a variable on the heap, what stands for its tiles. */
  float[] real(Key key) {
    HeapVariable variable = heap(key);
    if (variable != null) {
      return heap.computeIfAbsent(variable, v -> new float[0]);
    }
    return reals.computeIfAbsent(key, k -> tiles.real());
  }

  int[] index(Key key) {
    return ints.computeIfAbsent(key, k -> tiles.index());
  }

  /** Returns whether another segment than the one that makes it reads a value. */
  boolean readAfter(Key key, int segment) {
    return lastReads.getOrDefault(key, 0) > segment;
  }

  /** Gives back the tiles taken so far that no segment after this one reads. */
  void release(int segment) {
    lastReads.forEach(
        (key, last) -> {
          if (last == segment) {
            release(key);
          }
        });
  }

  /** Gives back all tiles. */
  void releaseAll() {
    lastReads.keySet().forEach(this::release);
  }

  /** Returns how many columns a node folds whose results repeat over what it reads; 0 otherwise. */
  static int columns(Node fold) {
    View large = fold.inputs.get(0);
    return new Key.Spread(fold, fold.type.shape(), large.shape()).period();
  }

  private static int period(Key key) {
    return key instanceof Key.Spread s ? s.period() : 0;
  }

  private void release(Key key) {
    float[] real = reals.remove(key);
    if (real != null) {
      tiles.give(real);
    }
    int[] index = ints.remove(key);
    if (index != null) {
      tiles.give(index);
    }
  }

  static boolean ofIndices(Node n) {
    return n.type.kind() == Kind.INDEX;
  }
}
