package io.ae.benchmarks.runner.machine;

import static org.bytedeco.dnnl.global.dnnl.dnnl_sgemm;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;

/** The most float32 operations a second in matrix products: one product of its own on each core. */
final class GemmPeak {
  private final int size;
  private final int repeats;
  private final List<Runnable> shares = new ArrayList<>();

  /** Makes the products of {@code size³}; each core repeats its own. */
  GemmPeak(int cores, int size, int repeats) {
    this.size = size;
    this.repeats = repeats;
    for (int core = 0; core < cores; core++) {
      FloatPointer a = matrix(size);
      FloatPointer b = matrix(size);
      FloatPointer c = matrix(size);
      shares.add(() -> multiply(a, b, c));
    }
  }

  private static FloatPointer matrix(int size) {
    float[] values = new float[size * size];
    for (int i = 0; i < values.length; i++) {
      values[i] = (i % 17 - 8) / 64f;
    }
    return new FloatPointer(values);
  }

  private void multiply(FloatPointer a, FloatPointer b, FloatPointer c) {
    SingleThreadedOneDnn.holdThisThread();
    byte asIs = (byte) 'N';
    for (int i = 0; i < repeats; i++) {
      int status = dnnl_sgemm(asIs, asIs, size, size, size, 1, a, size, b, size, 0, c, size);
      if (status != 0) {
        throw new IllegalStateException("dnnl_sgemm failed with status " + status);
      }
    }
  }

  /** Returns the operations a second of all cores together, in GF/s. */
  double measure(AllCores cores) throws InterruptedException {
    double flops = 2.0 * size * size * size * repeats * shares.size();
    return flops / cores.nanos(shares);
  }
}
