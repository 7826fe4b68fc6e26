package io.ae.cpu.kernel;

import io.ae.cpu.memory.Slot;
import io.ae.cpu.onednn.MatrixProduct;

/**
 * What this shard's rows of the weights are for in a product of all rows of the batch: its part of
 * the sums of {@code a · w}, its columns of {@code a · wᵀ}.
 */
public final class CutProduct implements Step {
  private final MatrixProduct product;
  private final boolean transposed;
  private final Slot a;
  private final Slot weights;
  private final Slot c;
  private final Columns cut;
  private final int width;

  /**
   * @param product of the factors' type
   * @param transposed whether the weights are multiplied transposed
   * @param a left factor, {@code [B, height]} or, transposed, {@code [B, width]}, in memory that
   *     all shards see
   * @param weights right factor, {@code [height, width]}, not cut
   * @param c the shard's part of the result, {@code [B, width]}, or, transposed, the result {@code
   *     [B, height]} in memory that all shards see
   * @param height rows of the weights, which shards cut
   * @param width columns of the weights
   */
  public CutProduct(
      MatrixProduct product,
      boolean transposed,
      Slot a,
      Slot weights,
      Slot c,
      int height,
      int width) {
    this.product = product;
    this.transposed = transposed;
    this.a = a;
    this.weights = weights;
    this.c = c;
    this.cut = new Columns(c.geometry(), height);
    this.width = width;
  }

  @Override
  public void run() {
    int rows = cut.rows();
    int from = cut.from();
    int n = cut.count();
    if (rows == 0 || n == 0) {
      return;
    }
    long own = weights.address() + (long) weights.bytes() * from * width;
    if (transposed) {
      long columns = c.first() + (long) c.bytes() * from;
      product.multiply(false, true, rows, n, width, a.first(), width, own, columns, cut.width());
    } else {
      long columns = a.first() + (long) a.bytes() * from;
      product.multiply(false, false, rows, width, n, columns, cut.width(), own, c.first(), width);
    }
  }
}
