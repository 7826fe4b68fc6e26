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

  /**
   * By the sign of a difference: a mask is drawn, and a jump by it is one that the CPU cannot
   * guess. Adding 0 turns −0 into 0.
   */
  static void greater(float[] a, float[] b, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      float d = b[i] - a[i] + 0f;
      y[i] = Float.isNaN(d) ? (a[i] > b[i] ? 1f : 0f) : Float.floatToRawIntBits(d) >>> 31;
    }
  }

  static void greaterOrEqual(float[] a, float[] b, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      float d = a[i] - b[i] + 0f;
      y[i] = Float.isNaN(d) ? (a[i] >= b[i] ? 1f : 0f) : 1 - (Float.floatToRawIntBits(d) >>> 31);
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

  /**
   * Sum of some elements, in eight sums side by side: an addition waits for the one before it, and
   * shorter sums are closer.
   */
  static float sum(float[] x, int from, int n) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    float s4 = 0;
    float s5 = 0;
    float s6 = 0;
    float s7 = 0;
    int end = from + n;
    int i = from;
    for (; i < end - 7; i += 8) {
      s0 += x[i];
      s1 += x[i + 1];
      s2 += x[i + 2];
      s3 += x[i + 3];
      s4 += x[i + 4];
      s5 += x[i + 5];
      s6 += x[i + 6];
      s7 += x[i + 7];
    }
    for (; i < end; i++) {
      s0 += x[i];
    }
    return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
  }

  /** Adds to what is there, or takes the larger of the two. */
  static void fold(float[] x, float[] other, int n, boolean largest) {
    if (largest) {
      max(x, other, x, n);
    } else {
      add(x, other, x, n);
    }
  }

  /**
   * Folds rows to the first one, by halves.
   *
   * @param upper room for half of the rows
   */
  static void foldRows(float[] x, float[] upper, int rows, int columns, boolean largest) {
    for (int left = rows; left > 1; left -= left / 2) {
      int moved = left / 2 * columns;
      System.arraycopy(x, left * columns - moved, upper, 0, moved);
      fold(x, upper, moved, largest);
    }
  }

  static float largest(float[] x, int from, int n) {
    float y = Float.NEGATIVE_INFINITY;
    for (int i = from; i < from + n; i++) {
      y = Math.max(y, x[i]);
    }
    return y;
  }
}
