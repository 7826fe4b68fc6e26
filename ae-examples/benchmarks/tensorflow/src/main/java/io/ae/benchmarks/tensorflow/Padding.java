package io.ae.benchmarks.tensorflow;

import java.util.List;

/**
 * What a convolution adds around its planes, in TensorFlow's terms. {@code SAME} puts an odd row
 * behind, other libraries in front; where it is not the same it is said explicitly.
 *
 * @param kind {@code SAME} or {@code EXPLICIT}
 * @param explicit before and after each of rows, lines, columns, channels; empty with {@code SAME}
 */
record Padding(String kind, List<Long> explicit) {
  /**
   * Returns the padding of a convolution.
   *
   * @param in edge of its input
   * @param out edge of its output
   * @param before lines added before the first
   */
  static Padding of(int in, int out, int kernel, int stride, int before) {
    int total = (out - 1) * stride + kernel - in;
    if (total >= 0 && total / 2 == before) {
      return new Padding("SAME", List.of());
    }
    long first = before;
    long last = total - first;
    return new Padding("EXPLICIT", List.of(0L, 0L, first, last, first, last, 0L, 0L));
  }
}
