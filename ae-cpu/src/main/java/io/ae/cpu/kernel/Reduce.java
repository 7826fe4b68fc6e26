package io.ae.cpu.kernel;

import io.ae.api.graph.Shape;
import io.ae.cpu.memory.Geometry;
import io.ae.cpu.memory.Slot;
import java.util.Arrays;

/** Sums of, or the largest of, what a broadcast would spread; over cut rows, of the own ones. */
public final class Reduce implements Step {
  /** Shorter runs are read many at a time. */
  private static final int LONG_RUN = 64;

  private final Slot in;
  private final Slot out;
  private final Pattern pattern;
  private final boolean largest;
  private final float[] sums;
  private final float[] tile;

  /**
   * @param in the large value
   * @param from its shape
   * @param out the small value
   * @param to its shape
   * @param capacity the most elements of the small value
   * @param largest whether the largest is taken instead of the sum
   * @param tile room on the heap, free between steps
   */
  public Reduce(
      Slot in, Shape from, Slot out, Shape to, int capacity, boolean largest, float[] tile) {
    this.in = in;
    this.out = out;
    this.pattern = new Pattern(to, from);
    this.largest = largest;
    this.tile = tile;
    this.sums = new float[capacity];
  }

  @Override
  public void run() {
    Geometry g = in.geometry();
    pattern.resolve(g);
    int n = out.count();
    Arrays.fill(sums, 0, n, largest ? Float.NEGATIVE_INFINITY : 0f);
    int count = in.count();
    int length = pattern.run();
    if (length >= LONG_RUN) {
      longRuns(count, length);
    } else if (count > 0) {
      shortRuns(count, length);
    }
    out.store(0, sums, n);
  }

  /** One piece of a run at a time, from the start of a tile, where the loops are vectorised. */
  private void longRuns(int count, int length) {
    for (int at = 0; at < count; ) {
      int within = at % length;
      int take = Math.min(TILE, length - within);
      in.load(at, tile, take);
      int small = pattern.small(at / length);
      if (!pattern.runKept()) {
        sums[small] = fold(sums[small], take);
      } else if (small + within == 0) {
        fold(take);
      } else {
        fold(0, take, small + within);
      }
      at += take;
    }
  }

  private void shortRuns(int count, int length) {
    int block = TILE / length * length;
    for (int at = 0; at < count; at += block) {
      int n = Math.min(block, count - at);
      in.load(at, tile, n);
      for (int o = 0; o < n; o += length) {
        int small = pattern.small((at + o) / length);
        if (pattern.runKept()) {
          fold(o, length, small);
        } else {
          for (int i = o; i < o + length; i++) {
            sums[small] = largest ? Math.max(sums[small], tile[i]) : sums[small] + tile[i];
          }
        }
      }
    }
  }

  private float fold(float sum, int n) {
    return largest ? Math.max(sum, Loops.largest(tile, n)) : sum + Loops.sum(tile, n);
  }

  private void fold(int n) {
    if (largest) {
      Loops.max(sums, tile, sums, n);
    } else {
      Loops.add(sums, tile, sums, n);
    }
  }

  private void fold(int from, int n, int into) {
    if (largest) {
      for (int i = 0; i < n; i++) {
        sums[into + i] = Math.max(sums[into + i], tile[from + i]);
      }
    } else {
      for (int i = 0; i < n; i++) {
        sums[into + i] += tile[from + i];
      }
    }
  }
}
