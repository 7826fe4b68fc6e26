package io.ae.cpu.kernel;

import io.ae.cpu.memory.Geometry;
import io.ae.cpu.memory.Slot;
import io.ae.cpu.onednn.MatrixProduct;

/**
 * This shard's part of a product {@code a · b → c} of all rows of the batch: summed over its range
 * of a's columns and b's rows.
 */
public final class InnerProduct implements Step {
  private final MatrixProduct product;
  private final Slot a;
  private final Slot b;
  private final Slot c;
  private final int inner;

  /**
   * @param product of the factors' type
   * @param a left factor, {@code [B, inner]}, in memory that all shards see
   * @param b right factor, {@code [inner, columns]}, not cut
   * @param c the shard's part of the result, {@code [B, columns]}
   * @param inner what is summed over by all shards together
   */
  public InnerProduct(MatrixProduct product, Slot a, Slot b, Slot c, int inner) {
    this.product = product;
    this.a = a;
    this.b = b;
    this.c = c;
    this.inner = inner;
  }

  @Override
  public void run() {
    Geometry g = c.geometry();
    int columns = c.extent().fixed();
    int from = g.splitFrom(inner);
    int n = g.splitTo(inner) - from;
    if (g.totalRows() > 0 && n > 0) {
      product.multiply(
          false,
          false,
          g.totalRows(),
          columns,
          n,
          a.first() + (long) a.bytes() * from,
          inner,
          b.address() + (long) b.bytes() * from * columns,
          c.first(),
          columns);
    }
  }
}
