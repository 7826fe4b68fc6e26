package io.ae.cpu.kernel;

import io.ae.cpu.memory.Extent;
import io.ae.cpu.memory.Slot;
import io.ae.cpu.onednn.SizedGemm;

/**
 * A product and the bias and activation behind it at once, where the run has as many rows as it is
 * made for; step by step with any other number, which would cost a primitive of its own.
 */
public final class ProductLayer implements Step {
  private final SizedGemm product;
  private final Sizes sizes;
  private final Extent rows;
  private final Slot a;
  private final Slot b;
  private final Slot y;
  private final Step[] plain;
  private boolean refused;

  /**
   * What is multiplied.
   *
   * @param rows of a full run
   * @param columns of the result
   * @param inner what is summed over
   * @param transposed whether the right factor is stored {@code [columns, inner]}
   */
  public record Sizes(int rows, int columns, int inner, boolean transposed) {}

  /**
   * @param product with its epilogue
   * @param sizes of a full run
   * @param rows of the left factor
   * @param a left factor
   * @param b right factor
   * @param y result
   * @param plain the same step by step
   */
  public ProductLayer(
      SizedGemm product, Sizes sizes, Extent rows, Slot a, Slot b, Slot y, Step... plain) {
    this.product = product;
    this.sizes = sizes;
    this.rows = rows;
    this.a = a;
    this.b = b;
    this.y = y;
    this.plain = plain;
  }

  @Override
  public void run() {
    int m = rows.elements(y.geometry());
    boolean full = m == sizes.rows() && m > 0 && sizes.columns() > 0 && sizes.inner() > 0;
    if (full && !refused) {
      refused =
          !product.tryMultiply(
              sizes.transposed(),
              m,
              sizes.columns(),
              sizes.inner(),
              a.address(),
              b.address(),
              y.address());
    }
    if (!full || refused) {
      for (Step step : plain) {
        step.run();
      }
    }
  }
}
