package io.ae.cpu.plan;

import io.ae.api.graph.Kind;
import io.ae.api.graph.Shape;
import java.util.HashMap;
import java.util.Map;

/** Which tile each value of a chain is in, from where it is made to where it is last read. */
final class Registers {
  /** What stands in a tile: a node's value, or a small value spread over a shape. */
  sealed interface Key {
    /** A node's value. */
    record Whole(Node node) implements Key {}

    /** A small value spread over a shape. */
    record Spread(Node node, Shape from, Shape to) implements Key {}
  }

  private final Item item;
  private final Tiles tiles;
  private final Map<Key, float[]> reals = new HashMap<>();
  private final Map<Key, int[]> ints = new HashMap<>();
  private final Map<Key, Integer> lastReads = new HashMap<>();

  Registers(Item item, Tiles tiles) {
    this.item = item;
    this.tiles = tiles;
    for (int i = 0; i < item.nodes.size(); i++) {
      Node n = item.nodes.get(i);
      for (View v : n.inputs) {
        lastReads.merge(key(v), i, Math::max);
      }
      boolean atTheEnd = n.stored && n.place instanceof Place.State;
      lastReads.merge(new Key.Whole(n), atTheEnd ? item.nodes.size() : i, Math::max);
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

  boolean has(Key key) {
    return reals.containsKey(key) || ints.containsKey(key);
  }

  float[] real(Key key) {
    return reals.computeIfAbsent(key, k -> tiles.real());
  }

  int[] index(Key key) {
    return ints.computeIfAbsent(key, k -> tiles.index());
  }

  /** Gives back the tiles that no node after this one reads. */
  void release(int node) {
    lastReads.forEach(
        (key, last) -> {
          if (last == node) {
            release(key);
          }
        });
  }

  /** Gives back all tiles. */
  void releaseAll() {
    lastReads.keySet().forEach(this::release);
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
