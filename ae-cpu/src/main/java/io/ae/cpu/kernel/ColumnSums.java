package io.ae.cpu.kernel;

import io.ae.cpu.memory.Slot;
import java.util.Arrays;

/** Sums a shard's columns over all rows; the other columns of its part are 0. */
public final class ColumnSums implements TileOp {
  private final float[] tile;
  private final Slot part;
  private final Columns columns;
  private final float[] folded = new float[Step.TILE];
  private final float[] upper = new float[Step.TILE];

  /**
   * @param tile what is summed
   * @param part one number a column, the shard's own
   * @param columns what the shard computes
   */
  public ColumnSums(float[] tile, Slot part, Columns columns) {
    this.tile = tile;
    this.part = part;
    this.columns = columns;
  }

  @Override
  public void begin() {
    Arrays.fill(folded, 0);
  }

  @Override
  public void run(int from, int n) {
    Loops.add(folded, tile, folded, n);
  }

  @Override
  public void end() {
    part.store(0, Loops.ZEROS, columns.width());
    int count = columns.count();
    if (count > 0) {
      Loops.foldRows(folded, upper, Step.TILE / count, count, false);
      part.store(columns.from(), folded, count);
    }
  }
}
