package io.ae.core.metric;

/** The loop under products of matrices in single precision. */
public final class Axpy {
  private Axpy() {}

  /**
   * Adds multiples of four vectors to a fifth: y += a·p + b·q + c·r + d·s. Each vector is an array
   * of its own, and there are four: so the loop becomes vector instructions; with six or eight it
   * did not always do so on JDK 17, and then was five times as slow.
   *
   * @param n elements, from the first
   */
  public static void add(
      float[] y,
      int n,
      float a,
      float[] p,
      float b,
      float[] q,
      float c,
      float[] r,
      float d,
      float[] s) {
    for (int j = 0; j < n; j++) {
      y[j] += a * p[j] + b * q[j] + c * r[j] + d * s[j];
    }
  }
}
