package io.ae.cpu.kernel;

import io.ae.api.graph.Shape;
import io.ae.cpu.memory.Slot;
import java.util.Arrays;

/**
 * Sums of, or the largest of, what a broadcast would spread, over the tiles of a chain: over cut
 * rows, of the own ones; of split elements, of the own part.
 */
public final class Fold implements TileOp {
  /** Shorter runs are not worth a copy to where loops are vectorised. */
  private static final int LONG_RUN = 32;

  private final Slot out;
  private final Pattern pattern;
  private final boolean largest;
  private final boolean perRow;
  private final float[] tile;
  private final float[] sums;
  private final float[] run;

  /**
   * @param tile what is folded
   * @param from shape of the large value
   * @param out the small value
   * @param to its shape
   * @param capacity the most elements of the small value
   * @param largest whether the largest is taken instead of the sum
   */
  public Fold(float[] tile, Shape from, Slot out, Shape to, int capacity, boolean largest) {
    this.tile = tile;
    this.out = out;
    this.pattern = new Pattern(to, from);
    this.largest = largest;
    this.perRow = out.extent().cut();
    this.sums = new float[capacity];
    this.run = new float[tile.length];
  }

  @Override
  public void begin() {
    pattern.resolve(out.geometry());
    if (perRow || out.geometry().begins()) {
      Arrays.fill(sums, 0, out.count(), largest ? Float.NEGATIVE_INFINITY : 0f);
    }
  }

  @Override
  public void run(int from, int n) {
    int length = pattern.run();
    int end = from + n;
    for (int at = from; at < end; ) {
      int within = at % length;
      int take = Math.min(length - within, end - at);
      int small = pattern.small(at / length);
      if (pattern.runKept()) {
        each(at - from, take, small + within);
      } else {
        sums[small] = all(sums[small], at - from, take);
      }
      at += take;
    }
  }

  /** Folds elements of the tile into as many results. */
  private void each(int from, int n, int into) {
    if (n >= LONG_RUN && into == 0) {
      System.arraycopy(tile, from, run, 0, n);
      if (largest) {
        Loops.max(sums, run, sums, n);
      } else {
        Loops.add(sums, run, sums, n);
      }
      return;
    }
    for (int i = 0; i < n; i++) {
      float x = tile[from + i];
      sums[into + i] = largest ? Math.max(sums[into + i], x) : sums[into + i] + x;
    }
  }

  /** Folds elements of the tile into one result. */
  private float all(float result, int from, int n) {
    return largest
        ? Math.max(result, Loops.largest(tile, from, n))
        : result + Loops.sum(tile, from, n);
  }

  @Override
  public void end() {
    if (perRow || out.geometry().ends()) {
      out.store(0, sums, out.count());
    }
  }
}
