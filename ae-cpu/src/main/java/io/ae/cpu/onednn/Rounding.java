package io.ae.cpu.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_bf16;
import static org.bytedeco.dnnl.global.dnnl.dnnl_f32;

import org.bytedeco.dnnl.dnnl_stream;

/**
 * Rounds float32 to the nearest bfloat16, half to even, with oneDNN's vector code. One object
 * serves one thread.
 */
public final class Rounding implements AutoCloseable {
  /** A primitive has a fixed size: what is left is rounded by the next smaller one. */
  private static final int[] SIZES = {1 << 14, 1 << 10, 1 << 6, 1 << 3, 1};

  private static final int BFLOAT16_BYTES = 2;

  private final Reorder[] reorders = new Reorder[SIZES.length];

  Rounding(OneDnn library, dnnl_stream stream) {
    for (int i = 0; i < SIZES.length; i++) {
      long[] size = {SIZES[i]};
      reorders[i] =
          Reorder.owning(
              library,
              stream,
              Layouts.strided(dnnl_f32, size, 1),
              Layouts.strided(dnnl_bf16, size, 1));
    }
  }

  /**
   * Rounds n elements.
   *
   * @param from machine address of float32
   * @param to machine address of bfloat16
   */
  public void run(long from, long to, int n) {
    int at = 0;
    for (int i = 0; i < SIZES.length; i++) {
      for (; at + SIZES[i] <= n; at += SIZES[i]) {
        reorders[i].run(from + (long) Float.BYTES * at, to + (long) BFLOAT16_BYTES * at);
      }
    }
  }

  @Override
  public void close() {
    for (Reorder reorder : reorders) {
      reorder.close();
    }
  }
}
