package io.ae.core.baseline;

import io.ae.core.data.Dataset;
import io.ae.core.metric.Axpy;
import io.ae.core.metric.Parallel;

/**
 * A linear map that leaves columns uncorrelated and of equal variance, and rows as near as can be
 * to what they were: W = V (Λ + ε)^−½ Vᵀ of the covariance VΛVᵀ (Bell, Sejnowski, "The independent
 * components of natural scenes are edge filters", Vision Research 1997: zero-phase, ZCA).
 */
public final class Whitening {
  private final float[] mean;
  private final float[][] forward;
  private final float[][] backward;
  private final int threads;

  private Whitening(float[] mean, float[][] forward, float[][] backward, int threads) {
    this.mean = mean;
    this.forward = forward;
    this.backward = backward;
    this.threads = threads;
  }

  /**
   * Learns from rows.
   *
   * @param rows of at most 1,024 columns
   * @param epsilon added to each variance, in squared units of the rows, above 0: directions that
   *     vary less are mostly noise, and are left small
   * @param threads at least 1
   */
  public static Whitening fit(Dataset rows, double epsilon, int threads) {
    int width = rows.spec().features();
    if (width > Pca.WHOLE || !(epsilon > 0)) {
      throw new IllegalArgumentException(width + " columns, ε " + epsilon);
    }
    Pca pca = Pca.fit(rows, width, threads);
    float[] mean = new float[width];
    for (int j = 0; j < width; j++) {
      mean[j] = (float) pca.mean()[j];
    }
    return new Whitening(mean, map(pca, epsilon, -.5), map(pca, epsilon, .5), threads);
  }

  /** Returns V (Λ + ε)^power Vᵀ. */
  private static float[][] map(Pca pca, double epsilon, double power) {
    int width = pca.mean().length;
    double[][] sum = new double[width][width];
    for (int c = 0; c < pca.components().length; c++) {
      double[] v = pca.components()[c];
      double scale = Math.pow(pca.variances()[c] + epsilon, power);
      for (int j = 0; j < width; j++) {
        Pca.subtract(sum[j], v, -scale * v[j]);
      }
    }
    // Rows of zeros up to a multiple of four: the product takes four at a time.
    float[][] map = new float[(width + 3) / 4 * 4][width];
    for (int j = 0; j < width; j++) {
      for (int k = 0; k < width; k++) {
        map[j][k] = (float) sum[j][k];
      }
    }
    return map;
  }

  /**
   * Returns whitened rows.
   *
   * @param rows row-major, {@code [rows, D]}; not changed
   */
  public float[] apply(float[] rows) {
    return product(rows, forward, -1, 0);
  }

  /** Returns whitened rows in their own units again. */
  public float[] undo(float[] rows) {
    return product(rows, backward, 0, 1);
  }

  /** Returns (x + before · mean) · map + after · mean. */
  private float[] product(float[] rows, float[][] map, float before, float after) {
    int width = mean.length;
    if (rows.length % width != 0) {
      throw new IllegalArgumentException(rows.length + " values are not rows of " + width);
    }
    float[] out = new float[rows.length];
    Parallel.rows(
        rows.length / width,
        threads,
        (part, from, to) -> {
          float[] x = new float[map.length];
          float[] y = new float[width];
          for (int i = from; i < to; i++) {
            for (int j = 0; j < width; j++) {
              x[j] = rows[i * width + j] + before * mean[j];
              y[j] = after * mean[j];
            }
            Axpy.combine(y, width, x, map, 0, map.length);
            System.arraycopy(y, 0, out, i * width, width);
          }
        });
    return out;
  }
}
