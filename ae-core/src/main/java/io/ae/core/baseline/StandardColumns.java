package io.ae.core.baseline;

import java.util.Arrays;

/**
 * What makes columns comparable: (x − mean) · scale has mean 0 and deviation 1.
 *
 * @param mean of each column
 * @param scale the reciprocal of its standard deviation; 0 for a constant column
 */
record StandardColumns(float[] mean, float[] scale) {
  /** A column whose variance is at most this share of its squared mean is constant. */
  private static final double CONSTANT = 1e-12;

  /** Measures the columns of rows {@code [rows, width]} that have a label. */
  static StandardColumns of(float[] rows, int[] labels, int width) {
    double[] centre = sums(rows, labels, new double[width], false);
    double[] variance = sums(rows, labels, centre, true);
    float[] mean = new float[width];
    float[] scale = new float[width];
    for (int j = 0; j < width; j++) {
      mean[j] = (float) centre[j];
      boolean constant = variance[j] <= CONSTANT * centre[j] * centre[j];
      scale[j] = constant ? 0 : (float) (1 / Math.sqrt(variance[j]));
    }
    return new StandardColumns(mean, scale);
  }

  /** Returns the means over labelled rows of x − centre, or of its square. */
  private static double[] sums(float[] rows, int[] labels, double[] centre, boolean squared) {
    double[] sums = new double[centre.length];
    for (int i = 0; i < labels.length; i++) {
      int at = i * centre.length;
      for (int j = 0; labels[i] >= 0 && j < centre.length; j++) {
        double d = rows[at + j] - centre[j];
        sums[j] += squared ? d * d : d;
      }
    }
    long counted = Arrays.stream(labels).filter(label -> label >= 0).count();
    for (int j = 0; j < sums.length; j++) {
      sums[j] /= counted;
    }
    return sums;
  }

  /** Returns the number of columns. */
  int width() {
    return mean.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StandardColumns s
        && Arrays.equals(mean, s.mean)
        && Arrays.equals(scale, s.scale);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(mean) * 31 + Arrays.hashCode(scale);
  }

  @Override
  public String toString() {
    return "StandardColumns[" + mean.length + "]";
  }
}
