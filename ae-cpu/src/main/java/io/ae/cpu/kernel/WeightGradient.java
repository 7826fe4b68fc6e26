package io.ae.cpu.kernel;

import io.ae.cpu.memory.NativeBlock;
import io.ae.cpu.onednn.MatrixProduct;

/**
 * The gradient of a weight, {@code leftᵀ · right} over all rows of the batch, a block of its rows
 * at a time: the block stays in the cache until the update has read it.
 */
public final class WeightGradient implements TileOp {
  private final MatrixProduct product;
  private final GradientFactors factors;
  private final NativeBlock block;
  private final float[] tile;
  private int first;

  /**
   * @param product of the factors' type
   * @param factors what is multiplied
   * @param block room for a block, see {@link BlockUpdate#block}
   * @param tile where the chain reads the gradient
   */
  public WeightGradient(
      MatrixProduct product, GradientFactors factors, NativeBlock block, float[] tile) {
    this.product = product;
    this.factors = factors;
    this.block = block;
    this.tile = tile;
  }

  /** Computes a block: elements from one row's first to another row's last. */
  void compute(int from, int to) {
    first = from;
    int width = factors.width();
    int row = from / width;
    product.multiply(
        true,
        false,
        to / width - row,
        width,
        factors.inner(),
        factors.leftOf(row),
        factors.height(),
        factors.right().first(),
        block.address(0),
        width);
  }

  @Override
  public void run(int from, int n) {
    block.floats().get(from - first, tile, 0, n);
  }
}
