package io.ae.cpu.kernel;

import io.ae.cpu.memory.Extent;
import io.ae.cpu.memory.Geometry;
import io.ae.cpu.memory.Slot;
import io.ae.cpu.onednn.MatrixProduct;

/** A matrix product {@code op(a) · op(b) → c}, whose sizes may follow the rows of the run. */
public final class Product implements Step {
  private final MatrixProduct product;
  private final boolean aTransposed;
  private final boolean bTransposed;
  private final Extent m;
  private final Extent n;
  private final Extent k;
  private final Slot a;
  private final Slot b;
  private final Slot c;

  /** Which factors are stored transposed. */
  public record Sides(boolean a, boolean b) {}

  /**
   * @param product of the factors' type
   * @param transposed which factors are stored transposed
   * @param m rows of the result
   * @param n columns of the result
   * @param k what is summed over
   * @param a left factor
   * @param b right factor
   * @param c result
   */
  public Product(
      MatrixProduct product,
      Sides transposed,
      Extent m,
      Extent n,
      Extent k,
      Slot a,
      Slot b,
      Slot c) {
    this.product = product;
    aTransposed = transposed.a();
    bTransposed = transposed.b();
    this.m = m;
    this.n = n;
    this.k = k;
    this.a = a;
    this.b = b;
    this.c = c;
  }

  @Override
  public void run() {
    Geometry g = c.geometry();
    int rows = m.elements(g);
    int columns = n.elements(g);
    int inner = k.elements(g);
    if (rows == 0 || columns == 0) {
      return;
    }
    if (inner == 0) {
      for (int at = 0; at < rows * columns; at += TILE) {
        c.store(at, Loops.ZEROS, Math.min(TILE, rows * columns - at));
      }
      return;
    }
    product.multiply(
        aTransposed,
        bTransposed,
        rows,
        columns,
        inner,
        a.address(),
        aTransposed ? rows : inner,
        b.address(),
        c.address(),
        columns);
  }
}
