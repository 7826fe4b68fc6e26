package io.ae.core.metric;

import io.ae.api.Codes;

/**
 * How sparse codes are, over all (row, unit) pairs.
 *
 * @param mean activation
 * @param aboveHalf share of activations above 0.5
 * @param nearZero share of activations within 1 % of the largest absolute one from 0
 * @param sparseness mean over rows of (√L − ‖h‖₁/‖h‖₂) / (√L − 1): 0 if all units are equal, 1 if
 *     one is active; whatever the units' scale (P. Hoyer, "Non-negative matrix factorization with
 *     sparseness constraints", JMLR 2004); 0 for a row of zeros, NaN for one unit
 */
public record Activations(double mean, double aboveHalf, double nearZero, double sparseness) {
  private static final double NEAR = .01;

  /** Measures codes of real numbers; NaN for none. */
  public static Activations of(Codes codes) {
    float[] values = codes.values();
    double largest = 0;
    double sum = 0;
    long above = 0;
    for (float v : values) {
      largest = Math.max(largest, Math.abs(v));
      sum += v;
      above += v > .5 ? 1 : 0;
    }
    long near = 0;
    for (float v : values) {
      near += Math.abs(v) <= NEAR * largest ? 1 : 0;
    }
    double all = values.length;
    double sparseness = 0;
    for (int row = 0; row < codes.rows(); row++) {
      sparseness += sparseness(values, row * codes.width(), codes.width());
    }
    return new Activations(sum / all, above / all, near / all, sparseness / codes.rows());
  }

  private static double sparseness(float[] values, int at, int width) {
    double absolute = 0;
    double squares = 0;
    for (int j = at; j < at + width; j++) {
      absolute += Math.abs(values[j]);
      squares += values[j] * values[j];
    }
    double root = Math.sqrt(width);
    return squares == 0 ? 0 : (root - absolute / Math.sqrt(squares)) / (root - 1);
  }
}
