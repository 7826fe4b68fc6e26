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

  /**
   * Adds multiples of vectors, four at a time: y += Σ factors[v] · vectors[v].
   *
   * @param n elements, from the first
   * @param from the first vector
   * @param to the end of the vectors, a multiple of four after the first
   */
  public static void combine(
      float[] y, int n, float[] factors, float[][] vectors, int from, int to) {
    for (int v = from; v < to; v += 4) {
      add(
          y,
          n,
          factors[v],
          vectors[v],
          factors[v + 1],
          vectors[v + 1],
          factors[v + 2],
          vectors[v + 2],
          factors[v + 3],
          vectors[v + 3]);
    }
  }
}
