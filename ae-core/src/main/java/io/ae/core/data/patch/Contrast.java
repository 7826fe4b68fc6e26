package io.ae.core.data.patch;

import java.util.Arrays;

/**
 * Brightness and contrast of rows, taken out and put back: (x − mean) / √(variance + ε), by each
 * row's own mean and variance.
 *
 * @param means one for each row
 * @param deviations √(variance + ε), one for each row
 */
public record Contrast(float[] means, float[] deviations) {
  /**
   * Takes them out, in place.
   *
   * @param rows row-major, {@code [rows, width]}
   * @param epsilon added to the variance, so that flat rows are not blown up; above 0
   * @return what was taken out
   */
  public static Contrast normalise(float[] rows, int width, double epsilon) {
    if (!(epsilon > 0) || width < 1 || rows.length % width != 0) {
      throw new IllegalArgumentException(rows.length + " values of " + width + ", ε " + epsilon);
    }
    int n = rows.length / width;
    Contrast contrast = new Contrast(new float[n], new float[n]);
    for (int i = 0; i < n; i++) {
      double sum = 0;
      double square = 0;
      for (int at = i * width; at < (i + 1) * width; at++) {
        sum += rows[at];
        square += (double) rows[at] * rows[at];
      }
      double mean = sum / width;
      double variance = Math.max(0, square / width - mean * mean);
      contrast.means[i] = (float) mean;
      contrast.deviations[i] = (float) Math.sqrt(variance + epsilon);
      for (int at = i * width; at < (i + 1) * width; at++) {
        rows[at] = (rows[at] - contrast.means[i]) / contrast.deviations[i];
      }
    }
    return contrast;
  }

  /** Puts them back, in place, into as many rows. */
  public void restore(float[] rows) {
    int width = rows.length / means.length;
    for (int at = 0; at < rows.length; at++) {
      rows[at] = rows[at] * deviations[at / width] + means[at / width];
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Contrast c
        && Arrays.equals(means, c.means)
        && Arrays.equals(deviations, c.deviations);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(means);
  }

  @Override
  public String toString() {
    return "Contrast[" + means.length + " rows]";
  }
}
