package io.ae.examples.report;

/**
 * The first two principal components of codes: subspace iteration on their covariance, which is
 * enough for a picture.
 *
 * @param points centred codes on the two components, {@code [rows, 2]}
 * @param share of the codes' variance that the two keep, in [0, 1]
 */
public record Projection(float[] points, double share) {
  private static final int SWEEPS = 100;

  /**
   * Projects codes.
   *
   * @param codes row-major, {@code [rows, width]}
   * @param width elements of one code, at least 2
   */
  public static Projection of(float[] codes, int width) {
    int rows = codes.length / width;
    double[] mean = new double[width];
    for (int i = 0; i < codes.length; i++) {
      mean[i % width] += codes[i] / (double) rows;
    }
    double[] u = start(width, 0);
    double[] v = start(width, 1);
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      u = unit(covarianceTimes(codes, mean, u));
      v = unit(without(covarianceTimes(codes, mean, v), u));
    }
    float[] points = new float[rows * 2];
    double kept = 0;
    double all = 0;
    for (int r = 0; r < rows; r++) {
      double a = 0;
      double b = 0;
      for (int l = 0; l < width; l++) {
        double d = codes[r * width + l] - mean[l];
        a += d * u[l];
        b += d * v[l];
        all += d * d;
      }
      points[2 * r] = (float) a;
      points[2 * r + 1] = (float) b;
      kept += a * a + b * b;
    }
    return new Projection(points, all == 0 ? 1 : kept / all);
  }

  /** A fixed start that no axis is likely to be orthogonal to. */
  private static double[] start(int width, int which) {
    double[] v = new double[width];
    for (int l = 0; l < width; l++) {
      v[l] = Math.cos((l + 1) * (which + 1.3));
    }
    return unit(v);
  }

  /** Returns Σ d (d · v) over the rows, without forming the {@code [L, L]} covariance. */
  private static double[] covarianceTimes(float[] codes, double[] mean, double[] v) {
    int width = v.length;
    double[] product = new double[width];
    for (int at = 0; at < codes.length; at += width) {
      double dot = 0;
      for (int l = 0; l < width; l++) {
        dot += (codes[at + l] - mean[l]) * v[l];
      }
      for (int l = 0; l < width; l++) {
        product[l] += (codes[at + l] - mean[l]) * dot;
      }
    }
    return product;
  }

  private static double[] without(double[] v, double[] axis) {
    double dot = 0;
    for (int l = 0; l < v.length; l++) {
      dot += v[l] * axis[l];
    }
    for (int l = 0; l < v.length; l++) {
      v[l] -= dot * axis[l];
    }
    return v;
  }

  private static double[] unit(double[] v) {
    double square = 0;
    for (double x : v) {
      square += x * x;
    }
    double length = Math.sqrt(square);
    for (int l = 0; l < v.length && length > 0; l++) {
      v[l] /= length;
    }
    return v;
  }
}
