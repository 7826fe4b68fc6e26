package io.ae.cpu.kernel;

import io.ae.cpu.memory.Extent;
import io.ae.cpu.memory.Slot;
import io.ae.cpu.onednn.PackedProduct;

/**
 * A product with a packed factor and what follows it, at once; step by step where the run has too
 * few rows for it.
 */
public final class PackedLayer implements Step {
  private final PackedProduct product;
  private final Extent rows;
  private final Slot a;
  private final Slot bias;
  private final Slot y;
  private final Step[] plain;

  /**
   * @param product of the packed factor
   * @param rows of the left factor
   * @param a left factor
   * @param bias added to each row; unused if nothing is
   * @param y result
   * @param plain the same step by step
   */
  public PackedLayer(PackedProduct product, Extent rows, Slot a, Slot bias, Slot y, Step... plain) {
    this.product = product;
    this.rows = rows;
    this.a = a;
    this.bias = bias;
    this.y = y;
    this.plain = plain;
  }

  @Override
  public void run() {
    if (!product.run(rows.elements(y.geometry()), a.address(), bias.address(), y.address())) {
      for (Step step : plain) {
        step.run();
      }
    }
  }
}
