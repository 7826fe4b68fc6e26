package io.ae.core;

import java.util.Arrays;

/** A growing row of floats. */
final class Floats {
  private float[] values = new float[0];
  private int size;

  void add(float[] block, int n) {
    if (values.length - size < n) {
      long wanted = Math.max((long) size + n, values.length * 2L);
      values = Arrays.copyOf(values, (int) Math.min(wanted, Integer.MAX_VALUE - 8));
    }
    System.arraycopy(block, 0, values, size, n);
    size += n;
  }

  float[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
