package io.ae.cpu.kernel;

import io.ae.cpu.memory.Extent;
import io.ae.cpu.memory.Geometry;
import io.ae.cpu.memory.NativeBlock;
import io.ae.cpu.memory.Slot;
import io.ae.cpu.onednn.Gemm;

/**
 * The gradient of a weight, {@code leftᵀ · right} over all rows of the batch, a block of its rows
 * at a time: the block stays in the cache until the update has read it.
 */
public final class WeightGradient implements TileOp {
  private final Gemm gemm;
  private final Slot left;
  private final Slot right;
  private final Extent rows;
  private final int height;
  private final int width;
  private final NativeBlock block;
  private final float[] tile;
  private int first;

  /**
   * @param gemm products of this shard's thread
   * @param left {@code [B, height]}, all rows in shared memory
   * @param right {@code [B, width]}, all rows in shared memory
   * @param rows what is summed over
   * @param height rows of the gradient
   * @param width columns of the gradient
   * @param block room for a block, see {@link BlockUpdate#block}
   * @param tile where the chain reads the gradient
   */
  public WeightGradient(
      Gemm gemm,
      Slot left,
      Slot right,
      Extent rows,
      int height,
      int width,
      NativeBlock block,
      float[] tile) {
    this.gemm = gemm;
    this.left = left;
    this.right = right;
    this.rows = rows;
    this.height = height;
    this.width = width;
    this.block = block;
    this.tile = tile;
  }

  /** Computes a block: elements from one row's first to another row's last. */
  void compute(int from, int to) {
    first = from;
    int row = from / width;
    Geometry g = left.geometry();
    gemm.run(
        true,
        false,
        to / width - row,
        width,
        rows.total(g),
        left.first() + (long) row * Float.BYTES,
        height,
        right.first(),
        0f,
        block.address(0));
  }

  @Override
  public void run(int from, int n) {
    block.floats().get(from - first, tile, 0, n);
  }
}
