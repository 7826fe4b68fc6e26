package io.ae.core.data;

import java.util.Arrays;

/**
 * Codes as bytes: each unit's range is cut into 255 equal steps, and a value becomes the number of
 * the nearest (uniform scalar quantisation; A. Gersho, R. Gray, "Vector Quantization and Signal
 * Compression", 1992). The error is at most half a step.
 *
 * @param low least value of each unit, {@code [L]}
 * @param high largest value of each unit, {@code [L]}
 */
public record Quantiser(float[] low, float[] high) {
  private static final int STEPS = 255;

  /**
   * @throws IllegalArgumentException if a range is not finite or ends before it begins
   */
  public Quantiser {
    if (low.length != high.length || low.length == 0) {
      throw new IllegalArgumentException(low.length + " lower and " + high.length + " upper ends");
    }
    for (int l = 0; l < low.length; l++) {
      if (!Float.isFinite(low[l]) || !Float.isFinite(high[l]) || low[l] > high[l]) {
        throw new IllegalArgumentException("unit " + l + ": from " + low[l] + " to " + high[l]);
      }
    }
  }

  /**
   * Learns the ranges.
   *
   * @param codes row-major, {@code [rows, width]}, at least one row
   */
  public static Quantiser of(float[] codes, int width) {
    if (codes.length == 0 || codes.length % width != 0) {
      throw new IllegalArgumentException(codes.length + " values of codes of " + width);
    }
    float[] low = Arrays.copyOf(codes, width);
    float[] high = low.clone();
    for (int i = width; i < codes.length; i++) {
      low[i % width] = Math.min(low[i % width], codes[i]);
      high[i % width] = Math.max(high[i % width], codes[i]);
    }
    return new Quantiser(low, high);
  }

  /** Returns the elements of one code, L. */
  public int width() {
    return low.length;
  }

  /** Returns one byte for each value; what lies outside its range becomes the nearest end. */
  public byte[] quantise(float[] codes) {
    byte[] bytes = new byte[codes.length];
    for (int i = 0; i < codes.length; i++) {
      int l = i % low.length;
      double range = (double) high[l] - low[l];
      double share = range == 0 ? 0 : (codes[i] - (double) low[l]) / range;
      bytes[i] = (byte) Math.round(STEPS * Math.max(0, Math.min(1, share)));
    }
    return bytes;
  }

  /** Returns the values that bytes stand for. */
  public float[] restore(byte[] bytes) {
    float[] codes = new float[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      int l = i % low.length;
      codes[i] = (float) (low[l] + ((double) high[l] - low[l]) * (bytes[i] & 0xff) / STEPS);
    }
    return codes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Quantiser q && Arrays.equals(low, q.low) && Arrays.equals(high, q.high);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(low) * 31 + Arrays.hashCode(high);
  }

  @Override
  public String toString() {
    return "Quantiser[" + low.length + " units]";
  }
}
