package io.ae.benchmarks.runner.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Memory bandwidth by a[i] = b[i] + 3 c[i] over arrays that no cache holds (McCalpin's STREAM,
 * whose counting is used too: 12 bytes an element).
 */
final class Triad {
  private static final int ARRAYS = 3;

  private final double bytes;
  private final List<Runnable> shares = new ArrayList<>();

  /** Makes arrays of so many bytes in all, a part of them for each core. */
  Triad(int cores, long totalBytes, int repeats) {
    int n = Math.toIntExact(totalBytes / ARRAYS / Float.BYTES / cores);
    this.bytes = (double) ARRAYS * Float.BYTES * n * cores * repeats;
    for (int core = 0; core < cores; core++) {
      float[] a = new float[n];
      float[] b = filled(n, 1);
      float[] c = filled(n, 2);
      shares.add(
          () -> {
            for (int i = 0; i < repeats; i++) {
              pass(a, b, c);
            }
          });
    }
  }

  private static float[] filled(int n, float value) {
    float[] values = new float[n];
    Arrays.fill(values, value);
    return values;
  }

  private static void pass(float[] a, float[] b, float[] c) {
    for (int i = 0; i < a.length; i++) {
      a[i] = b[i] + 3 * c[i];
    }
  }

  /** Returns the bytes moved a second by all cores together, in GB/s. */
  double measure(AllCores cores) throws InterruptedException {
    return bytes / cores.nanos(shares);
  }
}
