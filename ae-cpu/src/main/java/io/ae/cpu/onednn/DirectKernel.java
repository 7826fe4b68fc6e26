package io.ae.cpu.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_next_impl;

import io.ae.api.graph.Window;
import io.ae.cpu.onednn.Convolution.Direction;
import io.ae.cpu.onednn.Convolution.Sizes;
import org.bytedeco.dnnl.dnnl_primitive_desc;

/**
 * oneDNN's direct kernel for AVX-512 in place of the one by small products that it offers first.
 * Measured on an AVX-512 Xeon over 3 to 64 channels and 7 × 7 to 28 × 28 positions, without
 * strides: with at most 16 results a position it is 1.05 to 2.8 times as fast, the more so the less
 * there is to do, with windows of 2 × 2 over up to 14 × 14 positions 1.0 to 3 times; with windows
 * of 3 × 3 and 32 or more results it takes 1.3 times as long, and with strides 1.5 times.
 */
final class DirectKernel {
  private static final String NAME = "jit:avx512_core";

  /** So many results of a position are one vector, which leaves products half empty. */
  private static final int FEW = 16;

  private static final int SMALL_WINDOW = 4;
  private static final int FEW_PLACES = 256;

  private DirectKernel() {}

  /** Returns whether it pays for these sizes. */
  static boolean pays(Direction direction, Sizes sizes) {
    Window w = sizes.window();
    if (direction == Direction.TO_WEIGHTS || w.strideY() > 1 || w.strideX() > 1) {
      return false;
    }
    int results = direction == Direction.FORWARD ? sizes.outputs() : sizes.channels();
    boolean small = w.y() * w.x() <= SMALL_WINDOW && sizes.places() <= FEW_PLACES;
    return results <= FEW || small;
  }

  /** Moves a description on to the kernel; false if it has none. */
  static boolean find(dnnl_primitive_desc description) {
    boolean found = Execution.kernel(description).equals(NAME);
    while (!found && dnnl_primitive_desc_next_impl(description) == 0) {
      found = Execution.kernel(description).equals(NAME);
    }
    return found;
  }
}
