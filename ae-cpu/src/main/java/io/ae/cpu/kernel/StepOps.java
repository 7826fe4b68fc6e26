package io.ae.cpu.kernel;

import io.ae.cpu.memory.Slot;

/** Ops on counters, which are 64-bit scalars. */
public final class StepOps {
  private StepOps() {}

  /** The sum of two counters. */
  public static Step add(Slot a, Slot b, Slot y) {
    return () -> y.step(a.step() + b.step());
  }

  /** A copy. */
  public static Step copy(Slot x, Slot y) {
    return () -> y.step(x.step());
  }

  /** A counter as a real. */
  public static Step real(Slot x, Slot y) {
    float[] one = new float[1];
    return () -> {
      one[0] = x.step();
      y.store(0, one, 1);
    };
  }

  /** A counter as an index. */
  public static Step index(Slot x, Slot y) {
    int[] one = new int[1];
    return () -> {
      one[0] = (int) x.step();
      y.store(0, one, 1);
    };
  }

  /**
   * The absolute index of each row.
   *
   * @param tile room on the heap, free between steps
   */
  public static Step rowIndex(Slot y, int[] tile) {
    return () -> {
      int count = y.count();
      long first = y.geometry().firstRow() + y.geometry().rowFrom();
      for (int at = 0; at < count; at += Step.TILE) {
        int n = Math.min(Step.TILE, count - at);
        for (int i = 0; i < n; i++) {
          tile[i] = (int) (first + at + i);
        }
        y.store(at, tile, n);
      }
    };
  }
}
