package io.ae.cpu.kernel;

import io.ae.cpu.memory.Extent;
import io.ae.cpu.memory.Slot;

/**
 * What the gradient of a weight is the product of, {@code leftᵀ · right} over all rows of the
 * batch.
 *
 * @param left {@code [B, height]}, all rows in memory that shards share
 * @param right {@code [B, width]}, all rows in memory that shards share
 * @param rows what is summed over
 * @param height rows of the gradient
 * @param width columns of the gradient
 */
public record GradientFactors(Slot left, Slot right, Extent rows, int height, int width) {
  /** Returns how many rows are summed over. */
  int inner() {
    return rows.total(left.geometry());
  }

  /** Returns the machine address of what a row of the gradient takes of the left factor. */
  long leftOf(int row) {
    return left.first() + (long) row * left.bytes();
  }
}
