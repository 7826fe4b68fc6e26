package io.ae.cpu.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_nchw;
import static org.bytedeco.dnnl.global.dnnl.dnnl_nhwc;

import org.bytedeco.dnnl.dnnl_stream;
import org.jspecify.annotations.Nullable;

/**
 * Images of a graph, {@code [n, C, Y, X]}, where a kernel wants {@code [n, Y, X, C]}: turned in
 * scratch memory, or used where they are if both are the same.
 */
final class ChannelsLast implements AutoCloseable {
  private final Scratch scratch;
  private final long word;
  private final @Nullable Reorder in;
  private final @Nullable Reorder out;

  /**
   * @param shape {@code [n, C, Y, X]}
   * @param word where in the scratch memory
   * @param inwards whether they are given, else they are the result
   */
  ChannelsLast(
      OneDnn library,
      dnnl_stream stream,
      Scratch scratch,
      long[] shape,
      long word,
      boolean inwards) {
    this.scratch = scratch;
    this.word = word;
    boolean same = shape[1] == 1 || shape[2] * shape[3] == 1;
    int from = inwards ? dnnl_nchw : dnnl_nhwc;
    int to = inwards ? dnnl_nhwc : dnnl_nchw;
    Reorder turn =
        same
            ? null
            : Reorder.owning(
                library, stream, Layouts.tagged(shape, from), Layouts.tagged(shape, to));
    in = inwards ? turn : null;
    out = inwards ? null : turn;
  }

  /** Returns where the kernel finds images that lie at an address, or puts those that will. */
  long enter(long address) {
    if (in == null && out == null) {
      return address;
    }
    long turned = scratch.address(word);
    if (in != null) {
      in.run(address, turned);
    }
    return turned;
  }

  /** Turns what the kernel has put back to the address. */
  void leave(long address) {
    if (out != null) {
      out.run(scratch.address(word), address);
    }
  }

  @Override
  public void close() {
    if (in != null) {
      in.close();
    }
    if (out != null) {
      out.close();
    }
  }
}
