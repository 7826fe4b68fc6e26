package io.ae.cpu.kernel;

import io.ae.cpu.memory.Extent;
import io.ae.cpu.memory.Geometry;
import io.ae.cpu.memory.NativeBlock;
import io.ae.cpu.memory.Slot;
import io.ae.cpu.onednn.MatrixProduct;

/**
 * The gradient of a weight, {@code leftᵀ · right} over all rows of the batch, a block of its rows
 * at a time: the block stays in the cache until the update has read it.
 */
public final class WeightGradient implements TileOp {
  private final MatrixProduct product;
  private final Slot left;
  private final Slot right;
  private final Extent rows;
  private final int height;
  private final int width;
  private final NativeBlock block;
  private final float[] tile;
  private int first;

  /**
   * @param product of the factors' type
   * @param left {@code [B, height]}, all rows in shared memory
   * @param right {@code [B, width]}, all rows in shared memory
   * @param rows what is summed over
   * @param height rows of the gradient
   * @param width columns of the gradient
   * @param block room for a block, see {@link BlockUpdate#block}
   * @param tile where the chain reads the gradient
   */
  public WeightGradient(
      MatrixProduct product,
      Slot left,
      Slot right,
      Extent rows,
      int height,
      int width,
      NativeBlock block,
      float[] tile) {
    this.product = product;
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
    product.multiply(
        true,
        false,
        to / width - row,
        width,
        rows.total(g),
        left.first() + (long) row * left.bytes(),
        height,
        right.first(),
        block.address(0),
        width);
  }

  @Override
  public void run(int from, int n) {
    block.floats().get(from - first, tile, 0, n);
  }
}
