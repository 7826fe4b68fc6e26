package io.ae.core.data;

import java.util.Arrays;

/**
 * Extremes, mean and deviation of columns in one pass (Welford, "Note on a method for calculating
 * corrected sums of squares and products", Technometrics 1962), which large offsets do not harm.
 */
final class Moments {
  private final double[] low;
  private final double[] high;
  private final double[] mean;
  private final double[] squares;
  private long rows;

  Moments(int columns) {
    low = new double[columns];
    high = new double[columns];
    mean = new double[columns];
    squares = new double[columns];
    Arrays.fill(low, Double.POSITIVE_INFINITY);
    Arrays.fill(high, Double.NEGATIVE_INFINITY);
  }

  void add(float[] row) {
    rows++;
    for (int j = 0; j < row.length; j++) {
      double x = row[j];
      low[j] = Math.min(low[j], x);
      high[j] = Math.max(high[j], x);
      double before = x - mean[j];
      mean[j] += before / rows;
      squares[j] += before * (x - mean[j]);
    }
  }

  /** Returns the least value of a column; 0 if there was no row. */
  double low(int column) {
    return rows == 0 ? 0 : low[column];
  }

  double range(int column) {
    return rows == 0 ? 0 : high[column] - low[column];
  }

  double mean(int column) {
    return mean[column];
  }

  /** Returns the standard deviation of the rows seen, dividing by their number. */
  double deviation(int column) {
    return low[column] >= high[column] ? 0 : Math.sqrt(squares[column] / rows);
  }
}
