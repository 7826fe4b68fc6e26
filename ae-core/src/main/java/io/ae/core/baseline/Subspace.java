package io.ae.core.baseline;

import io.ae.core.data.Dataset;
import io.ae.core.data.SplitMix;
import io.ae.core.metric.Parallel;

/**
 * The largest components of wide rows without their covariance: directions are multiplied by the
 * rows and made orthonormal, until what they explain no longer grows (Halko, Martinsson, Tropp,
 * "Finding structure with randomness", SIAM Review 2011).
 */
final class Subspace {
  /** Directions beyond those wanted, which make the wanted ones settle sooner. */
  private static final int SPARE = 10;

  private static final int MOST_ROUNDS = 60;
  private static final double SETTLED = 1e-6;

  private Subspace() {}

  static Pca iterate(Dataset data, double[] mean, int components, int threads) {
    int width = mean.length;
    int k = Math.min(Math.min(components + SPARE, width), Math.max(components, data.size()));
    double[][] directions = new double[k][width];
    SplitMix random = new SplitMix(1);
    for (double[] direction : directions) {
      for (int j = 0; j < width; j++) {
        direction[j] = random.between(-1, 1);
      }
    }
    orthonormalise(directions);
    double before = 0;
    for (int round = 0; ; round++) {
      double[][] images = multiply(data, mean, directions, threads);
      Pca found = rayleighRitz(mean, directions, images, components);
      double explained = 0;
      for (double variance : found.variances()) {
        explained += variance;
      }
      if (round == MOST_ROUNDS || explained - before <= SETTLED * explained) {
        return found;
      }
      before = explained;
      orthonormalise(images);
      directions = images;
    }
  }

  /** Returns the covariance times each direction, {@code [k, D]}. */
  private static double[][] multiply(
      Dataset data, double[] mean, double[][] directions, int threads) {
    int width = mean.length;
    double[][][] sums = new double[Math.max(1, threads)][][];
    Parallel.rows(
        data.size(),
        threads,
        (part, from, to) -> {
          double[][] sum = new double[directions.length][width];
          double[] row = new double[width];
          for (int i = from; i < to; i++) {
            Covariance.centre(data, mean, i, true, row);
            for (int c = 0; c < directions.length; c++) {
              Pca.subtract(sum[c], row, -Pca.dot(row, directions[c]) / data.size());
            }
          }
          sums[part] = sum;
        });
    for (int p = 1; p < sums.length && sums[p] != null; p++) {
      for (int c = 0; c < directions.length; c++) {
        Pca.subtract(sums[0][c], sums[p][c], -1);
      }
    }
    return sums[0];
  }

  /** Returns the best components within the span of orthonormal directions. */
  private static Pca rayleighRitz(
      double[] mean, double[][] directions, double[][] images, int components) {
    int k = directions.length;
    double[][] inner = new double[k][k];
    for (int a = 0; a < k; a++) {
      for (int b = 0; b <= a; b++) {
        inner[a][b] = Pca.dot(directions[a], images[b]);
        inner[b][a] = inner[a][b];
      }
    }
    Pca small = Eigen.largest(inner, new double[k], Math.min(components, k));
    double[][] vectors = new double[small.components().length][mean.length];
    for (int c = 0; c < vectors.length; c++) {
      for (int a = 0; a < k; a++) {
        Pca.subtract(vectors[c], directions[a], -small.components()[c][a]);
      }
    }
    return new Pca(mean, vectors, small.variances());
  }

  /** Gram and Schmidt, twice over, which keeps the directions orthogonal to rounding. */
  static void orthonormalise(double[][] directions) {
    for (int c = 0; c < directions.length; c++) {
      for (int pass = 0; pass < 2; pass++) {
        for (int b = 0; b < c; b++) {
          Pca.subtract(directions[c], directions[b], Pca.dot(directions[c], directions[b]));
        }
      }
      double length = Math.sqrt(Pca.dot(directions[c], directions[c]));
      for (int j = 0; j < directions[c].length && length > 0; j++) {
        directions[c][j] /= length;
      }
    }
  }
}
