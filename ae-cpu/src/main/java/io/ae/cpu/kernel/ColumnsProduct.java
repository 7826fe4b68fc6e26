package io.ae.cpu.kernel;

import io.ae.cpu.memory.Geometry;
import io.ae.cpu.memory.Slot;
import io.ae.cpu.onednn.Gemm;

/** This shard's columns of a product {@code a · op(b) → c} of all rows of the batch. */
public final class ColumnsProduct implements Step {
  private final Gemm gemm;
  private final boolean bTransposed;
  private final Slot a;
  private final Slot b;
  private final Slot c;
  private final int inner;

  /**
   * @param gemm the shard's own
   * @param bTransposed whether the right factor is stored transposed
   * @param a left factor, {@code [B, inner]}, in memory that all shards see
   * @param b right factor, not cut
   * @param c result, {@code [B, columns]}, in memory that all shards see
   * @param inner what is summed over, at least 1
   */
  public ColumnsProduct(Gemm gemm, boolean bTransposed, Slot a, Slot b, Slot c, int inner) {
    this.gemm = gemm;
    this.bTransposed = bTransposed;
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
      long first = (long) Float.BYTES * from;
      gemm.columns(
          bTransposed,
          g.totalRows(),
          n,
          inner,
          a.first(),
          b.address() + (bTransposed ? first * inner : first),
          columns,
          c.first() + first);
    }
  }
}
