package io.ae.core.baseline;

import io.ae.core.data.SplitMix;

/**
 * The largest components without the others: directions are multiplied by the covariance and made
 * orthonormal, until what they explain no longer grows (Halko, Martinsson, Tropp, "Finding
 * structure with randomness", SIAM Review 2011).
 */
final class Subspace {
  /** Directions beyond those wanted, which make the wanted ones settle sooner. */
  static final int SPARE = 10;

  /** Sums in single precision are good for so much of the whole. */
  private static final double ROUNDING = 1e-7;

  private static final int MOST_ROUNDS = 60;

  /** Share of the variance left over by which a round must lower it to be followed by another. */
  private static final double SETTLED = 1e-5;

  private Subspace() {}

  /**
   * Returns the largest components.
   *
   * @param mean goes into the result
   * @param rows that the covariance is of: there are no more components
   */
  static Pca iterate(Symmetric covariance, double[] mean, int components, long rows) {
    int width = mean.length;
    int k = (int) Math.min(Math.min(components + SPARE, width), Math.max(components, rows));
    double[][] directions = new double[k][width];
    SplitMix random = new SplitMix(1);
    for (double[] direction : directions) {
      for (int j = 0; j < width; j++) {
        direction[j] = random.between(-1, 1);
      }
    }
    orthonormalise(directions);
    double total = covariance.trace();
    double before = 0;
    for (int round = 0; ; round++) {
      double[][] images = covariance.times(directions);
      Pca found = rayleighRitz(mean, directions, images, components);
      double explained = 0;
      for (double variance : found.variances()) {
        explained += variance;
      }
      double left = Math.max(total - explained, ROUNDING * total);
      if (round == MOST_ROUNDS || explained - before <= SETTLED * left) {
        return found;
      }
      before = explained;
      orthonormalise(images);
      directions = images;
    }
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
