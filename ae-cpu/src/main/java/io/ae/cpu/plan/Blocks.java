package io.ae.cpu.plan;

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
    return units.getOrDefault(elements, Math.min(LINE, elements));
  }

  private static int leastCommonMultiple(int a, int b) {
    return a / greatestCommonDivisor(a, b) * b;
  }

  private static int greatestCommonDivisor(int a, int b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }
}
