package io.ae.cpu.plan;

import io.ae.cpu.kernel.Step;
import java.util.ArrayList;
import java.util.List;

/** A shard's tiles on the heap; one chain after another uses the same ones. */
final class Tiles {
  private final List<float[]> reals = new ArrayList<>();
  private final List<int[]> ints = new ArrayList<>();
  private int nextReal;
  private int nextInt;

  /** A new chain starts: every tile is free. */
  void start() {
    nextReal = 0;
    nextInt = 0;
  }

  float[] real() {
    if (nextReal == reals.size()) {
      reals.add(new float[Step.TILE]);
    }
    return reals.get(nextReal++);
  }

  int[] index() {
    if (nextInt == ints.size()) {
      ints.add(new int[Step.TILE]);
    }
    return ints.get(nextInt++);
  }
}
