package io.ae.cpu.kernel;

import io.ae.cpu.memory.Geometry;
import io.ae.cpu.memory.Slot;
import io.ae.cpu.onednn.MatrixProduct;

/** This shard's columns of a product {@code a · bᵀ → c} of all rows of the batch. */
public final class ColumnsProduct implements Step {
  private final MatrixProduct product;
  private final Slot a;
  private final Slot b;
  private final Slot c;
  private final int inner;

  /**
   * @param product of the factors' type
   * @param a left factor, {@code [B, inner]}, in memory that all shards see
   * @param b right factor, {@code [columns, inner]}, not cut
   * @param c result, {@code [B, columns]}, in memory that all shards see
   * @param inner what is summed over, at least 1
   */
  public ColumnsProduct(MatrixProduct product, Slot a, Slot b, Slot c, int inner) {
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
    int from = g.splitFrom(columns);
    int n = g.splitTo(columns) - from;
    if (g.totalRows() > 0 && n > 0) {
      product.multiply(
          false,
          true,
          g.totalRows(),
          n,
          inner,
          a.first(),
          inner,
          b.address() + (long) b.bytes() * from * inner,
          c.first() + (long) c.bytes() * from,
          columns);
    }
  }
}
