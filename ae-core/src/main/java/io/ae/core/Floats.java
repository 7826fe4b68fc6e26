package io.ae.core;

import java.util.Arrays;

/** A growing row of floats. */
final class Floats {
  /** What is expected is believed up to here, and made room for as it comes beyond. */
  private static final long BELIEVED = 1 << 22;

  private float[] values;
  private int size;

  /**
   * @param expected how many there will be, as far as that is known
   */
  Floats(long expected) {
    values = new float[(int) Math.max(0, Math.min(expected, BELIEVED))];
  }

  void add(float[] block, int n) {
    if (values.length - size < n) {
      long wanted = Math.max((long) size + n, values.length * 2L);
      values = Arrays.copyOf(values, (int) Math.min(wanted, Integer.MAX_VALUE - 8));
    }
    System.arraycopy(block, 0, values, size, n);
    size += n;
  }

  /** Returns them all; nothing is added afterwards. */
  float[] toArray() {
    return size == values.length ? values : Arrays.copyOf(values, size);
  }
}
