package io.ae.cpu.kernel;

import io.ae.cpu.memory.Slot;

/** Sums each row over a shard's columns. */
public final class RowSums implements TileOp {
  private final float[] tile;
  private final Slot part;
  private final Columns columns;
  private final float[] sums = new float[Step.TILE];

  /**
   * @param tile what is summed
   * @param part one number a row, the shard's own part of each
   * @param columns what the shard computes
   */
  public RowSums(float[] tile, Slot part, Columns columns) {
    this.tile = tile;
    this.part = part;
    this.columns = columns;
  }

  @Override
  public void run(int from, int n) {
    int count = columns.count();
    int rows = n / count;
    for (int r = 0; r < rows; r++) {
      sums[r] = Loops.sum(tile, r * count, count);
    }
    part.storeOfAll(from / count, sums, 0, rows);
  }
}
