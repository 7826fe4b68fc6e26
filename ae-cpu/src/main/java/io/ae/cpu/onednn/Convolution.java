package io.ae.cpu.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_FROM;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_TO;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.dnnl_convolution_backward_data_primitive_desc_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_convolution_backward_weights_primitive_desc_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_convolution_direct;
import static org.bytedeco.dnnl.global.dnnl.dnnl_convolution_forward_primitive_desc_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_f32;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;
import static org.bytedeco.dnnl.global.dnnl.dnnl_hwio;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_create_with_tag;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_nchw;
import static org.bytedeco.dnnl.global.dnnl.dnnl_nhwc;
import static org.bytedeco.dnnl.global.dnnl.dnnl_oihw;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_attr_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_attr_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_reorder_primitive_desc_create;

import io.ae.api.graph.Window;
import io.ae.cpu.memory.NativeBlock;
import java.util.List;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.dnnl_stream;

/**
 * A convolution, or its gradient by input or by weights, over a fixed number of images.
 *
 * <p>The caller's values are {@code [n, C, Y, X]} and {@code [O, C, kY, kX]}; inside, planes are
 * {@code nhwc} and weights {@code hwio}, which is what no direction lacks a fast kernel for. (With
 * {@code nchw} oneDNN 3.11 takes {@code jit_uni_ncsp:conv+ref}, three hundred times slower.) The
 * caller copies into {@link #input}, {@link #weights} and {@link #gradient} and out of the result.
 */
public final class Convolution implements AutoCloseable {
  /** What is computed from the other two of planes, weights and positions. */
  public enum Direction {
    /** {@code [n, C, Y, X], w → [n, O, Y', X']}. */
    FORWARD,
    /** {@code [n, O, Y', X'], w → [n, C, Y, X]}. */
    TO_INPUT,
    /** {@code [n, C, Y, X], [n, O, Y', X'] → w}. */
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
    /** Returns the elements of one image's planes. */
    public int planes() {
      return channels * y * x;
    }

    /** Returns the elements of one image's positions. */
    public int positions() {
      return outputs * window.positionsY(y) * window.positionsX(x);
    }

    /** Returns the elements of the weights. */
    public int weights() {
      return outputs * channels * window.y() * window.x();
    }
  }

  private final Sizes sizes;
  private final NativeBlock block;
  private final int weightsAt;
  private final int positionsAt;
  private final Execution planesTurn;
  private final Execution weightsTurn;
  private final Execution positionsTurn;
  private final Execution convolve;

  Convolution(OneDnn library, dnnl_stream stream, Direction direction, Sizes sizes) {
    this.sizes = sizes;
    int planes = (int) NativeBlock.aligned((long) sizes.images() * sizes.planes());
    int weights = (int) NativeBlock.aligned(sizes.weights());
    int positions = (int) NativeBlock.aligned((long) sizes.images() * sizes.positions());
    weightsAt = 2 * planes;
    positionsAt = weightsAt + 2 * weights;
    block = NativeBlock.owned(positionsAt + 2L * positions);
    Window w = sizes.window();
    long[] x = {sizes.images(), sizes.channels(), sizes.y(), sizes.x()};
    long[] k = {sizes.outputs(), sizes.channels(), w.y(), w.x()};
    long[] p = {sizes.images(), sizes.outputs(), w.positionsY(sizes.y()), w.positionsX(sizes.x())};
    boolean toInput = direction == Direction.TO_INPUT;
    boolean toWeights = direction == Direction.TO_WEIGHTS;
    boolean forward = direction == Direction.FORWARD;
    planesTurn = turn(library, stream, x, dnnl_nchw, dnnl_nhwc, 0, planes, toInput);
    weightsTurn =
        turn(library, stream, k, dnnl_oihw, dnnl_hwio, weightsAt, weightsAt + weights, toWeights);
    positionsTurn =
        turn(
            library,
            stream,
            p,
            dnnl_nchw,
            dnnl_nhwc,
            positionsAt,
            positionsAt + positions,
            forward);
    dnnl_memory_desc xl = layout(x, dnnl_nhwc);
    dnnl_memory_desc kl = layout(k, dnnl_hwio);
    dnnl_memory_desc pl = layout(p, dnnl_nhwc);
    convolve =
        new Execution(
            library,
            stream,
            direction + " convolution of " + sizes,
            description(library, direction, xl, kl, pl),
            List.of(
                new Execution.Argument(
                    toInput ? DNNL_ARG_DIFF_SRC : DNNL_ARG_SRC, xl, block.address(planes)),
                new Execution.Argument(
                    toWeights ? DNNL_ARG_DIFF_WEIGHTS : DNNL_ARG_WEIGHTS,
                    kl,
                    block.address(weightsAt + (long) weights)),
                new Execution.Argument(
                    forward ? DNNL_ARG_DST : DNNL_ARG_DIFF_DST,
                    pl,
                    block.address(positionsAt + (long) positions))));
    dnnl_memory_desc_destroy(xl);
    dnnl_memory_desc_destroy(kl);
    dnnl_memory_desc_destroy(pl);
  }

  private static dnnl_memory_desc layout(long[] dims, int tag) {
    dnnl_memory_desc layout = new dnnl_memory_desc();
    OneDnn.check(
        dnnl_memory_desc_create_with_tag(layout, dims.length, dims, dnnl_f32, tag), "layout");
    return layout;
  }

  /** Returns the move between the caller's layout and the inner one. */
  private Execution turn(
      OneDnn library,
      dnnl_stream stream,
      long[] dims,
      int outerTag,
      int innerTag,
      int outerAt,
      int innerAt,
      boolean outwards) {
    dnnl_memory_desc from = layout(dims, outwards ? innerTag : outerTag);
    dnnl_memory_desc to = layout(dims, outwards ? outerTag : innerTag);
    dnnl_primitive_attr attributes = new dnnl_primitive_attr();
    OneDnn.check(dnnl_primitive_attr_create(attributes), "reorder");
    dnnl_primitive_desc description = new dnnl_primitive_desc();
    OneDnn.check(
        dnnl_reorder_primitive_desc_create(
            description, from, library.engine(), to, library.engine(), attributes),
        "reorder");
    Execution execution =
        new Execution(
            library,
            stream,
            "a change of layout",
            description,
            List.of(
                new Execution.Argument(
                    DNNL_ARG_FROM, from, block.address(outwards ? innerAt : outerAt)),
                new Execution.Argument(
                    DNNL_ARG_TO, to, block.address(outwards ? outerAt : innerAt))));
    dnnl_primitive_desc_destroy(description);
    dnnl_primitive_attr_destroy(attributes);
    dnnl_memory_desc_destroy(from);
    dnnl_memory_desc_destroy(to);
    return execution;
  }

  private dnnl_primitive_desc description(
      OneDnn library,
      Direction direction,
      dnnl_memory_desc x,
      dnnl_memory_desc k,
      dnnl_memory_desc p) {
    Window w = sizes.window();
    long[] strides = {w.strideY(), w.strideX()};
    long[] dilation = {0, 0};
    long[] before = {w.top(), w.left()};
    long[] after = {w.bottom(), w.right()};
    String what = direction + " convolution of " + sizes;
    dnnl_primitive_attr none = new dnnl_primitive_attr();
    OneDnn.check(dnnl_primitive_attr_create(none), what);
    dnnl_memory_desc noBias = new dnnl_memory_desc();
    dnnl_primitive_desc forward = new dnnl_primitive_desc();
    OneDnn.check(
        dnnl_convolution_forward_primitive_desc_create(
            forward,
            library.engine(),
            dnnl_forward_training,
            dnnl_convolution_direct,
            x,
            k,
            noBias,
            p,
            strides,
            dilation,
            before,
            after,
            none),
        what);
    if (direction == Direction.FORWARD) {
      dnnl_primitive_attr_destroy(none);
      return forward;
    }
    dnnl_primitive_desc back = new dnnl_primitive_desc();
    int status =
        direction == Direction.TO_INPUT
            ? dnnl_convolution_backward_data_primitive_desc_create(
                back,
                library.engine(),
                dnnl_convolution_direct,
                x,
                k,
                p,
                strides,
                dilation,
                before,
                after,
                forward,
                none)
            : dnnl_convolution_backward_weights_primitive_desc_create(
                back,
                library.engine(),
                dnnl_convolution_direct,
                x,
                k,
                noBias,
                p,
                strides,
                dilation,
                before,
                after,
                forward,
                none);
    OneDnn.check(status, what);
    dnnl_primitive_desc_destroy(forward);
    dnnl_primitive_attr_destroy(none);
    return back;
  }

  /** Returns the memory that the caller fills and reads. */
  public NativeBlock block() {
    return block;
  }

  /** Returns the word where planes {@code [n, C, Y, X]} are. */
  public int planesAt() {
    return 0;
  }

  /** Returns the word where weights {@code [O, C, kY, kX]} are. */
  public int weightsAt() {
    return weightsAt;
  }

  /** Returns the word where positions {@code [n, O, Y', X']} are. */
  public int positionsAt() {
    return positionsAt;
  }

  /** Turns the caller's weights to the inner layout; once a run is enough. */
  public void turnWeights() {
    weightsTurn.run();
  }

  /** Computes positions from planes. */
  public void forward() {
    planesTurn.run();
    convolve.run();
    positionsTurn.run();
  }

  /** Computes planes from positions. */
  public void toInput() {
    positionsTurn.run();
    convolve.run();
    planesTurn.run();
  }

  /** Computes weights from planes and positions. */
  public void toWeights() {
    planesTurn.run();
    positionsTurn.run();
    convolve.run();
    weightsTurn.run();
  }

  @Override
  public void close() {
    planesTurn.close();
    weightsTurn.close();
    positionsTurn.close();
    convolve.close();
    block.close();
  }
}
