package io.ae.core.baseline;

import io.ae.api.data.Source;
import io.ae.core.data.Scaling;
import io.ae.core.metric.Axpy;
import io.ae.core.metric.Parallel;
import java.util.Arrays;

/**
 * Mean and covariance of rows, in one pass. Products are summed in single precision over a block of
 * rows, then in double; rows are taken relative to the first block's mean, so that an offset costs
 * no digits.
 */
final class Covariance implements Symmetric {
  private final double[] mean;
  private final double[][] matrix;
  private final int threads;

  private Covariance(double[] mean, double[][] matrix, int threads) {
    this.mean = mean;
    this.matrix = matrix;
    this.threads = threads;
  }

  /**
   * Reads every row.
   *
   * @param threads at least 1; the result does not depend on it
   */
  static Covariance of(Source source, Scaling scaling, int threads) {
    int width = source.spec().features();
    double[][] total = new double[width][width];
    double[] sums = new double[width];
    float[] origin = new float[width];
    float[][] products = new float[width][];
    Arrays.setAll(products, j -> new float[j + 1]);
    long rows = 0;
    try (Blocks blocks = new Blocks(source, scaling)) {
      for (int n; (n = blocks.next()) > 0; rows += n) {
        if (rows == 0) {
          mean(blocks.rows, n, origin);
        }
        centre(blocks.rows, n, origin, sums);
        int groups = (n + 3) / 4;
        Parallel.rows(
            threads,
            threads,
            (part, from, to) -> multiply(blocks.rows, groups, products, total, from, threads));
      }
    }
    for (int j = 0; j < width; j++) {
      for (int k = 0; k <= j; k++) {
        total[j][k] = (total[j][k] - sums[j] * sums[k] / rows) / rows;
        total[k][j] = total[j][k];
      }
    }
    for (int j = 0; j < width; j++) {
      sums[j] = origin[j] + sums[j] / rows;
    }
    return new Covariance(sums, total, threads);
  }

  private static void mean(float[][] rows, int n, float[] into) {
    double[] sum = new double[into.length];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < sum.length; j++) {
        sum[j] += rows[i][j];
      }
    }
    for (int j = 0; j < sum.length; j++) {
      into[j] = (float) (sum[j] / n);
    }
  }

  /** Takes the origin from n rows, adds them up, and fills the last group of four with zeros. */
  private static void centre(float[][] rows, int n, float[] origin, double[] sums) {
    for (int i = 0; i < n; i++) {
      float[] row = rows[i];
      for (int j = 0; j < row.length; j++) {
        row[j] -= origin[j];
        sums[j] += row[j];
      }
    }
    for (int i = n; i % 4 != 0; i++) {
      Arrays.fill(rows[i], 0);
    }
  }

  /** Adds a block to every so many rows of the lower triangle, beginning with one. */
  private static void multiply(
      float[][] x, int groups, float[][] products, double[][] total, int first, int step) {
    for (int g = 0; g < groups; g++) {
      float[] p = x[4 * g];
      float[] q = x[4 * g + 1];
      float[] r = x[4 * g + 2];
      float[] s = x[4 * g + 3];
      for (int j = first; j < products.length; j += step) {
        Axpy.add(products[j], j + 1, p[j], p, q[j], q, r[j], r, s[j], s);
      }
    }
    for (int j = first; j < products.length; j += step) {
      float[] sum = products[j];
      for (int k = 0; k <= j; k++) {
        total[j][k] += sum[k];
      }
      Arrays.fill(sum, 0);
    }
  }

  /** Returns the mean of each column, {@code [D]}. */
  double[] mean() {
    return mean;
  }

  /** Returns the sum over rows of (x − mean)(x − mean)ᵀ divided by their number, {@code [D][D]}. */
  double[][] matrix() {
    return matrix;
  }

  @Override
  public double[][] times(double[][] vectors) {
    double[][] images = new double[vectors.length][matrix.length];
    Parallel.rows(
        vectors.length,
        threads,
        (part, from, to) -> {
          for (int c = from; c < to; c++) {
            for (int j = 0; j < matrix.length; j++) {
              Pca.subtract(images[c], matrix[j], -vectors[c][j]);
            }
          }
        });
    return images;
  }

  @Override
  public double trace() {
    double sum = 0;
    for (int j = 0; j < matrix.length; j++) {
      sum += matrix[j][j];
    }
    return sum;
  }
}
