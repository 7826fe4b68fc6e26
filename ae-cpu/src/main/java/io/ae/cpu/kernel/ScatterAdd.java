package io.ae.cpu.kernel;

import io.ae.cpu.memory.Slot;
import java.util.Arrays;

/** Sums the rows of each index: {@code rows [n, …], index [n] → [size, …]}. */
public final class ScatterAdd implements Step {
  private final Slot rows;
  private final Slot index;
  private final Slot out;
  private final int size;
  private final float[] sums;
  private final float[] row;
  private final int[] at = new int[TILE];

  /**
   * @param rows what is summed
   * @param index where each row goes
   * @param out the sums
   * @param size rows of the result
   * @param inner elements of a row
   */
  public ScatterAdd(Slot rows, Slot index, Slot out, int size, int inner) {
    this.rows = rows;
    this.index = index;
    this.out = out;
    this.size = size;
    sums = new float[size * inner];
    row = new float[inner];
  }

  @Override
  public void run() {
    Arrays.fill(sums, 0f);
    int n = index.count();
    for (int from = 0; from < n; from += TILE) {
      int take = Math.min(TILE, n - from);
      index.load(from, at, take);
      for (int i = 0; i < take; i++) {
        rows.load((from + i) * row.length, row, row.length);
        int to = Picking.check("scatter-add", at[i], size) * row.length;
        for (int j = 0; j < row.length; j++) {
          sums[to + j] += row[j];
        }
      }
    }
    out.store(0, sums, sums.length);
  }
}
