package io.ae.core.metric;

import java.util.Arrays;

/** Squared errors, row by row as they come. */
final class ErrorList {
  private double[] squared = new double[RowFunction.BATCH];
  private int rows;

  /**
   * Adds the rows of a block.
   *
   * @param x row-major, {@code [n, width]}
   * @param z the same shape
   */
  void add(float[] x, float[] z, int n, int width) {
    if (rows + n > squared.length) {
      squared = Arrays.copyOf(squared, Math.max(rows + n, 2 * squared.length));
    }
    for (int i = 0; i < n; i++, rows++) {
      squared[rows] = RowErrors.squaredError(x, z, i, width);
    }
  }

  RowErrors toErrors(int width) {
    return new RowErrors(Arrays.copyOf(squared, rows), width);
  }
}
