package io.ae.core.metric;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How far reconstructions are from the rows.
 *
 * @param squared sum over features of (x − z)² for each row, in squared units of the scaled rows
 * @param features values of a row, D
 */
public record RowErrors(double[] squared, int features) {
  /** Returns the number of rows. */
  public int rows() {
    return squared.length;
  }

  /** Returns the mean over rows and features of (x − z)²; NaN for no rows. */
  public double mse() {
    return squaredError() / features;
  }

  /** Returns the mean over rows of the squared error of a row; NaN for no rows. */
  public double squaredError() {
    return Arrays.stream(squared).average().orElse(Double.NaN);
  }

  /**
   * Returns the sum of squared differences of one row.
   *
   * @param x row-major, {@code [rows, width]}
   * @param z the same shape
   */
  public static double squaredError(float[] x, float[] z, int row, int width) {
    double sum = 0;
    for (int j = row * width; j < (row + 1) * width; j++) {
      double d = x[j] - z[j];
      sum += d * d;
    }
    return sum;
  }

  /**
   * Returns the rows with the largest errors, the largest first; equal ones in their own order.
   *
   * @param count at most so many
   */
  public int[] worst(int count) {
    return ordered(Comparator.comparingDouble((Integer i) -> squared[i]).reversed(), count);
  }

  /**
   * Returns the rows with the smallest errors, the smallest first; equal ones in their own order.
   *
   * @param count at most so many
   */
  public int[] best(int count) {
    return ordered(Comparator.comparingDouble((Integer i) -> squared[i]), count);
  }

  private int[] ordered(Comparator<Integer> order, int count) {
    return IntStream.range(0, squared.length)
        .boxed()
        .sorted(order)
        .limit(count)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RowErrors e
        && features == e.features
        && Arrays.equals(squared, e.squared);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(squared) * 31 + features;
  }

  @Override
  public String toString() {
    return "RowErrors[" + squared.length + " rows, mse " + mse() + "]";
  }
}
