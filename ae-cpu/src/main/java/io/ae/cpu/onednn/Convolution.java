package io.ae.cpu.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_get_size;
import static org.bytedeco.dnnl.global.dnnl.dnnl_oihw;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_query_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_diff_dst_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_diff_src_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_diff_weights_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_dst_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_src_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_weights_md;

import io.ae.api.graph.Window;
import io.ae.cpu.memory.NativeBlock;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.dnnl_stream;

/**
 * A convolution, or its gradient by input or by weights, over a fixed number of images.
 *
 * <p>Planes and positions have their channels last: under {@code nchw} oneDNN 3.11 takes {@code
 * jit_uni_ncsp:conv+ref}, three hundred times slower. Weights are {@code [O, C, kY, kX]} outside;
 * inside they lie as the kernel likes.
 */
public final class Convolution implements AutoCloseable {
  /** What is computed from the other two of planes, weights and positions. */
  public enum Direction {
    /** {@code [n, Y, X, C], w → [n, Y', X', O]}. */
    FORWARD,
    /** {@code [n, Y', X', O], w → [n, Y, X, C]}. */
    TO_INPUT,
    /** {@code [n, Y, X, C], [n, Y', X', O] → w}. */
    TO_WEIGHTS
  }

  /**
   * Sizes of the forward convolution.
   *
   * @param images n
   * @param channels C
   * @param y height of the planes
   * @param x width of the planes
   * @param outputs O
   * @param window kernel, strides and padding
   */
  public record Sizes(int images, int channels, int y, int x, int outputs, Window window) {
    /** Returns the same with another number of images. */
    public Sizes of(int other) {
      return new Sizes(other, channels, y, x, outputs, window);
    }

    /** Returns the elements of one image's planes. */
    public int planes() {
      return channels * y * x;
    }

    /** Returns the elements of one image's positions. */
    public int positions() {
      return outputs * places();
    }

    /** Returns the positions of the window in one image. */
    public int places() {
      return window.positionsY(y) * window.positionsX(x);
    }

    /** Returns the elements of the weights. */
    public int weights() {
      return outputs * channels * window.y() * window.x();
    }

    long[] planesShape() {
      return new long[] {images, channels, y, x};
    }

    long[] weightsShape() {
      return new long[] {outputs, channels, window.y(), window.x()};
    }

    long[] positionsShape() {
      return new long[] {images, outputs, window.positionsY(y), window.positionsX(x)};
    }
  }

  /**
   * What becomes of the results.
   *
   * @param epilogue bias and activation
   * @param bias machine address of a number for each channel, unused without a bias
   */
  public record Ending(Epilogue epilogue, long bias) {
    /** Leaves results as they are. */
    public static final Ending NONE = new Ending(Epilogue.NONE, 0);
  }

  private static final int PLANES = 0;
  private static final int POSITIONS = 2;

  private final Execution convolve;
  private final NativeBlock weights;
  private final Reorder turnWeights;

  /**
   * @param after what becomes of positions; nothing in the other directions
   * @throws Execution.ReferenceOnly if oneDNN has nothing fast for these sizes
   */
  Convolution(OneDnn library, dnnl_stream stream, Direction direction, Sizes sizes, Ending after) {
    this(library, stream, direction, sizes, after, dnnl_oihw);
  }

  /**
   * @param outside how weights lie outside
   * @throws Execution.ReferenceOnly if oneDNN has nothing fast for these sizes
   */
  Convolution(
      OneDnn library,
      dnnl_stream stream,
      Direction direction,
      Sizes sizes,
      Ending after,
      int outside) {
    boolean toInput = direction == Direction.TO_INPUT;
    boolean toWeights = direction == Direction.TO_WEIGHTS;
    boolean forward = direction == Direction.FORWARD;
    dnnl_primitive_desc description =
        ConvolutionLayouts.choose(library, direction, sizes, after.epilogue());
    dnnl_memory_desc x = layout(description, toInput ? dnnl_query_diff_src_md : dnnl_query_src_md);
    dnnl_memory_desc k =
        layout(description, toWeights ? dnnl_query_diff_weights_md : dnnl_query_weights_md);
    dnnl_memory_desc p = layout(description, forward ? dnnl_query_dst_md : dnnl_query_diff_dst_md);
    weights = NativeBlock.owned(dnnl_memory_desc_get_size(k) / Float.BYTES + 1);
    List<Execution.Argument> arguments = new ArrayList<>();
    arguments.add(
        new Execution.Argument(toInput ? DNNL_ARG_DIFF_SRC : DNNL_ARG_SRC, x, Execution.LATER));
    arguments.add(
        new Execution.Argument(
            toWeights ? DNNL_ARG_DIFF_WEIGHTS : DNNL_ARG_WEIGHTS, k, weights.address(0)));
    arguments.add(
        new Execution.Argument(forward ? DNNL_ARG_DST : DNNL_ARG_DIFF_DST, p, Execution.LATER));
    if (after.epilogue().bias()) {
      dnnl_memory_desc b = dnnl_primitive_desc_query_md(description, dnnl_query_weights_md, 1);
      arguments.add(new Execution.Argument(DNNL_ARG_BIAS, b, after.bias()));
    }
    String what = direction + " convolution of " + sizes;
    convolve = new Execution(library, stream, what, description, arguments);
    dnnl_memory_desc given = Layouts.tagged(sizes.weightsShape(), outside);
    turnWeights = new Reorder(library, stream, toWeights ? k : given, toWeights ? given : k);
    dnnl_memory_desc_destroy(given);
    dnnl_primitive_desc_destroy(description);
  }

  /** Returns a layout that belongs to the description. */
  private static dnnl_memory_desc layout(dnnl_primitive_desc description, int which) {
    return dnnl_primitive_desc_query_md(description, which, 0);
  }

  /** Takes the weights {@code [O, C, kY, kX]} at an address; once a run is enough. */
  public void takeWeights(long address) {
    turnWeights.run(address, weights.address(0));
  }

  /** Gives the weights of the last run to an address, {@code [O, C, kY, kX]}. */
  public void giveWeights(long address) {
    turnWeights.run(weights.address(0), address);
  }

  /**
   * Computes planes, weights or positions from the other two.
   *
   * @param planesAddress {@code [n, Y, X, C]}
   * @param positionsAddress {@code [n, Y', X', O]}
   */
  public void run(long planesAddress, long positionsAddress) {
    convolve.place(PLANES, planesAddress);
    convolve.place(POSITIONS, positionsAddress);
    convolve.run();
  }

  @Override
  public void close() {
    turnWeights.close();
    convolve.close();
    weights.close();
  }
}
