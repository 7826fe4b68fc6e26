package io.ae.core.backend.kernel;

/** Loops over single precision, each in a form that becomes vector instructions. */
final class FloatLoops {
  private FloatLoops() {}

  static void add(float[] a, float[] b, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = a[i] + b[i];
    }
  }

  static void subtract(float[] a, float[] b, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = a[i] - b[i];
    }
  }

  static void multiply(float[] a, float[] b, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = a[i] * b[i];
    }
  }

  static void divide(float[] a, float[] b, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = a[i] / b[i];
    }
  }

  static void greater(float[] a, float[] b, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = a[i] > b[i] ? 1f : 0f;
    }
  }

  static void sigmoidGradient(float[] s, float[] g, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = g[i] * s[i] * (1f - s[i]);
    }
  }

  static void tanhGradient(float[] t, float[] g, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = g[i] * (1f - t[i] * t[i]);
    }
  }

  static void reluGradient(float[] r, float[] g, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = r[i] > 0 ? g[i] : 0f;
    }
  }
}
