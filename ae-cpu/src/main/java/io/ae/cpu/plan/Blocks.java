package io.ae.cpu.plan;

import io.ae.cpu.kernel.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where shards may cut values that they split by elements: between rows of the weight gradients of
 * that size, so that every chain over as many elements is cut alike.
 */
final class Blocks {
  /** Elements of a cache line: shards write none together. */
  private static final int LINE = 16;

  /** Tiles of a value that shards can share fairly. */
  private static final int LEAST_TILES = 12;

  /** Elements of a short tile. */
  private static final int SHORT = Step.TILE / 2;

  private final Map<Integer, Integer> units = new HashMap<>();

  Blocks(List<Node> nodes) {
    for (Node n : nodes) {
      if (n.mode == Mode.BLOCK) {
        units.merge(n.extent.fixed(), n.type.shape().last(), Blocks::leastCommonMultiple);
      }
    }
  }

  /** Returns the elements that stay together in a value of so many. */
  int unit(int elements) {
    return Math.max(tile(elements), units.getOrDefault(elements, Math.min(LINE, elements)));
  }

  /**
   * Returns the elements of a tile, of which what stays together in a value of so many is a
   * multiple; 0 where that would be short tiles, or too few of them.
   */
  int tile(int elements) {
    Integer unit = units.get(elements);
    if (unit == null || elements < LEAST_TILES * Step.TILE) {
      return 0;
    }
    if (unit <= Step.TILE) {
      return Step.TILE / unit * unit;
    }
    for (int pieces = (unit + Step.TILE - 1) / Step.TILE; unit / pieces >= SHORT; pieces++) {
      if (unit % pieces == 0) {
        return unit / pieces;
      }
    }
    return 0;
  }

  private static int leastCommonMultiple(int a, int b) {
    return a / greatestCommonDivisor(a, b) * b;
  }

  private static int greatestCommonDivisor(int a, int b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }
}
