package io.ae.cpu.kernel;

/**
 * Plain loops that C2 vectorises on 17 and on 25: every array starts at 0. The result may be one of
 * the operands.
 */
final class Loops {
  /** A tile of zeros that nobody writes. */
  static final float[] ZEROS = new float[Step.TILE];

  private Loops() {}

  static void add(float[] a, float[] b, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = a[i] + b[i];
    }
  }

  static void mul(float[] a, float[] b, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = a[i] * b[i];
    }
  }

  static void max(float[] a, float[] b, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = Math.max(a[i], b[i]);
    }
  }

  static void pow(float[] a, float[] b, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = (float) Math.pow(a[i], b[i]);
    }
  }

  static void equal(float[] a, float[] b, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = a[i] == b[i] ? 1f : 0f;
    }
  }

  static void greater(float[] a, float[] b, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = a[i] > b[i] ? 1f : 0f;
    }
  }

  static void greaterOrEqual(float[] a, float[] b, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = a[i] >= b[i] ? 1f : 0f;
    }
  }

  static void where(float[] c, float[] a, float[] b, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = c[i] != 0f ? a[i] : b[i];
    }
  }

  static void sign(float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = Math.signum(x[i]);
    }
  }

  static void sin(float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = (float) Math.sin(x[i]);
    }
  }

  static void cos(float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = (float) Math.cos(x[i]);
    }
  }

  static void floor(float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = (float) Math.floor(x[i]);
    }
  }

  /** Sum in eight interleaved parts: quicker, and closer, than one after another. */
  static float sum(float[] x, int n) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    float e = 0;
    float f = 0;
    float g = 0;
    float h = 0;
    int i = 0;
    for (; i + 8 <= n; i += 8) {
      a += x[i];
      b += x[i + 1];
      c += x[i + 2];
      d += x[i + 3];
      e += x[i + 4];
      f += x[i + 5];
      g += x[i + 6];
      h += x[i + 7];
    }
    for (; i < n; i++) {
      a += x[i];
    }
    return ((a + b) + (c + d)) + ((e + f) + (g + h));
  }

  static float largest(float[] x, int n) {
    float y = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      y = Math.max(y, x[i]);
    }
    return y;
  }
}
