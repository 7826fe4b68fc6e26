package io.ae.core.metric;

import io.ae.api.data.DataSpec;
import io.ae.core.data.Dataset;

/**
 * Peak signal-to-noise ratio of decoded rows, in decibels: 10 log₁₀(peak² / MSE), the MSE taken
 * over all rows and features (ITU-T J.340). The peak is the range that the data declares, and what
 * is decoded is clipped to it, as a picture's pixels are; rows without a declared range have the
 * peak from their own least to their own largest value.
 */
public final class Psnr {
  private Psnr() {}

  /**
   * Measures.
   *
   * @param made {@code [rows][features]}, in the units of the rows
   * @return decibels, larger is better; infinite for no error
   */
  public static double of(Dataset rows, float[][] made) {
    DataSpec spec = rows.spec();
    int width = spec.features();
    if (made.length != rows.size()) {
      throw new IllegalArgumentException(made.length + " of " + rows.size() + " rows");
    }
    boolean declared = Double.isFinite(spec.low()) && Double.isFinite(spec.high());
    double low = declared ? spec.low() : Double.POSITIVE_INFINITY;
    double high = declared ? spec.high() : Double.NEGATIVE_INFINITY;
    for (int i = 0; i < rows.values().length && !declared; i++) {
      low = Math.min(low, rows.values()[i]);
      high = Math.max(high, rows.values()[i]);
    }
    double sum = 0;
    for (int i = 0; i < made.length; i++) {
      for (int j = 0; j < width; j++) {
        double z = declared ? Math.max(low, Math.min(high, made[i][j])) : made[i][j];
        double d = rows.values()[i * width + j] - z;
        sum += d * d;
      }
    }
    double mse = sum / ((double) made.length * width);
    return 10 * Math.log10((high - low) * (high - low) / mse);
  }
}
