package io.ae.cpu.kernel;

import io.ae.cpu.memory.Slot;
import java.util.Arrays;

/**
 * Sums of, or the largest of, columns over the tiles of a chain, where every tile begins with the
 * first column: tile is added to tile, and only what comes of them all is folded to the columns.
 */
public final class ColumnFold implements TileOp {
  private final float[] tile;
  private final Slot out;
  private final int columns;
  private final boolean largest;
  private final float[] folded;
  private final float[] upper;

  /**
   * @param tile what is folded
   * @param out one number a column
   * @param columns how many
   * @param width elements of a tile, a multiple of the columns
   * @param largest whether the largest is taken instead of the sum
   */
  public ColumnFold(float[] tile, Slot out, int columns, int width, boolean largest) {
    this.tile = tile;
    this.out = out;
    this.columns = columns;
    this.largest = largest;
    this.folded = new float[width];
    this.upper = new float[width];
  }

  @Override
  public void begin() {
    if (out.geometry().begins()) {
      Arrays.fill(folded, largest ? Float.NEGATIVE_INFINITY : 0f);
    }
  }

  @Override
  public void run(int from, int n) {
    Loops.fold(folded, tile, n, largest);
  }

  @Override
  public void end() {
    if (!out.geometry().ends()) {
      return;
    }
    Loops.foldRows(folded, upper, folded.length / columns, columns, largest);
    out.store(0, folded, columns);
  }
}
