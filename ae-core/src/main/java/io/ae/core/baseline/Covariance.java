package io.ae.core.baseline;

import io.ae.core.data.Dataset;
import io.ae.core.metric.Parallel;

/** Mean and covariance of rows, in double precision. */
final class Covariance {
  private static final int TOGETHER = 4;

  private Covariance() {}

  /** Returns the mean of each column, {@code [D]}. */
  static double[] mean(Dataset data) {
    int width = data.spec().features();
    double[] mean = new double[width];
    float[] values = data.values();
    for (int i = 0, at = 0; i < data.size(); i++) {
      for (int j = 0; j < width; j++) {
        mean[j] += values[at++];
      }
    }
    for (int j = 0; j < width; j++) {
      mean[j] /= data.size();
    }
    return mean;
  }

  /** Returns the sum over rows of (x − mean)(x − mean)ᵀ divided by their number, {@code [D, D]}. */
  static double[][] of(Dataset data, double[] mean, int threads) {
    int width = mean.length;
    double[][][] sums = new double[Math.max(1, threads)][][];
    Parallel.rows(
        data.size(),
        threads,
        (part, from, to) -> {
          double[][] sum = new double[width][width];
          double[][] rows = new double[TOGETHER][width];
          for (int i = from; i < to; i += TOGETHER) {
            for (int r = 0; r < TOGETHER; r++) {
              centre(data, mean, i + r, i + r < to, rows[r]);
            }
            for (int j = 0; j < width; j++) {
              add(sum[j], j, rows[0], rows[1], rows[2], rows[3]);
            }
          }
          sums[part] = sum;
        });
    double[][] total = new double[width][width];
    for (int j = 0; j < width; j++) {
      for (int k = 0; k <= j; k++) {
        double sum = 0;
        for (double[][] part : sums) {
          sum += part == null ? 0 : part[j][k];
        }
        total[j][k] = sum / data.size();
        total[k][j] = total[j][k];
      }
    }
    return total;
  }

  /** Copies a row less the mean; zeros if there is no such row. */
  static void centre(Dataset data, double[] mean, int row, boolean there, double[] into) {
    float[] values = data.values();
    int at = row * mean.length;
    for (int j = 0; j < mean.length; j++) {
      into[j] = there ? values[at + j] - mean[j] : 0;
    }
  }

  /** Adds four rows' products to row j of the lower triangle. */
  private static void add(double[] sum, int j, double[] a, double[] b, double[] c, double[] d) {
    double x = a[j];
    double y = b[j];
    double z = c[j];
    double w = d[j];
    for (int k = 0; k <= j; k++) {
      sum[k] += x * a[k] + y * b[k] + z * c[k] + w * d[k];
    }
  }
}
