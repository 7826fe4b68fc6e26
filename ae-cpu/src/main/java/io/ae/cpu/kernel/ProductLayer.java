package io.ae.cpu.kernel;

import io.ae.cpu.onednn.SizedGemm;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * A product and the bias and activation behind it at once, where the run has as many rows as it is
 * made for; step by step with any other number, which would cost a primitive of its own.
 */
public final class ProductLayer implements Step {
  private final SizedGemm product;
  private final Sizes sizes;
  private final Operands operands;
  private final Step[] plain;
  private boolean refused;

  /**
   * What is multiplied.
   *
   * @param rows of a full run
   * @param columns of the result
   * @param inner what is summed over
   * @param transposed whether the right factor is stored {@code [columns, inner]}
   * @param width elements from one row of the result to the next
   */
  public record Sizes(int rows, int columns, int inner, boolean transposed, int width) {}

  /**
   * What a run multiplies.
   *
   * @param rows how many
   * @param a machine address of the left factor
   * @param b machine address of the right factor
   * @param y machine address of the result
   */
  public record Operands(IntSupplier rows, LongSupplier a, LongSupplier b, LongSupplier y) {}

  /**
   * @param product with its epilogue
   * @param sizes of a full run
   * @param operands of the run that is going on
   * @param plain the same step by step
   */
  public ProductLayer(SizedGemm product, Sizes sizes, Operands operands, Step... plain) {
    this.product = product;
    this.sizes = sizes;
    this.operands = operands;
    this.plain = plain;
  }

  @Override
  public void run() {
    int m = operands.rows().getAsInt();
    boolean full = m == sizes.rows() && m > 0 && sizes.columns() > 0 && sizes.inner() > 0;
    if (full && !refused) {
      refused =
          !product.tryMultiply(
              sizes.transposed(),
              m,
              sizes.columns(),
              sizes.inner(),
              operands.a().getAsLong(),
              operands.b().getAsLong(),
              operands.y().getAsLong(),
              sizes.width());
    }
    if (!full || refused) {
      for (Step step : plain) {
        step.run();
      }
    }
  }
}
