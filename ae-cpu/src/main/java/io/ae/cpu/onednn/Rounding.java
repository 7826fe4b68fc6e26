package io.ae.cpu.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_bf16;
import static org.bytedeco.dnnl.global.dnnl.dnnl_f32;

import org.bytedeco.dnnl.dnnl_stream;
import org.jspecify.annotations.Nullable;

/**
 * Rounds float32 to the nearest bfloat16, half to even, with oneDNN's vector code. One object
 * serves one thread.
 *
 * <p>A primitive has a fixed size, and a call costs more than the elements do: any number is
 * rounded by the power of two below it, once from the first element on and once up to the last.
 */
public final class Rounding implements AutoCloseable {
  private static final int BFLOAT16_BYTES = 2;

  private final OneDnn library;
  private final dnnl_stream stream;
  private final @Nullable Reorder[] reorders = new Reorder[Integer.SIZE];

  Rounding(OneDnn library, dnnl_stream stream) {
    this.library = library;
    this.stream = stream;
  }

  /**
   * Rounds n elements.
   *
   * @param from machine address of float32
   * @param to machine address of bfloat16
   */
  public void run(long from, long to, int n) {
    if (n == 0) {
      return;
    }
    int size = Integer.highestOneBit(n);
    Reorder reorder = reorder(size);
    reorder.run(from, to);
    if (n > size) {
      long rest = (long) n - size;
      reorder.run(from + Float.BYTES * rest, to + BFLOAT16_BYTES * rest);
    }
  }

  private Reorder reorder(int size) {
    int i = Integer.numberOfTrailingZeros(size);
    Reorder made = reorders[i];
    if (made == null) {
      long[] dims = {size};
      made =
          Reorder.owning(
              library,
              stream,
              Layouts.strided(dnnl_f32, dims, 1),
              Layouts.strided(dnnl_bf16, dims, 1));
      reorders[i] = made;
    }
    return made;
  }

  @Override
  public void close() {
    for (Reorder reorder : reorders) {
      if (reorder != null) {
        reorder.close();
      }
    }
  }
}
