package io.ae.cpu.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.dnnl_hwio;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_nchw;
import static org.bytedeco.dnnl.global.dnnl.dnnl_nhwc;
import static org.bytedeco.dnnl.global.dnnl.dnnl_oihw;

import io.ae.api.graph.Window;
import io.ae.cpu.memory.NativeBlock;
import java.util.List;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_stream;

/**
 * A convolution, or its gradient by input or by weights, over a fixed number of images.
 *
 * <p>The caller's values are {@code [n, C, Y, X]} and {@code [O, C, kY, kX]}; inside, planes are
 * {@code nhwc} and weights {@code hwio}, which is what no direction lacks a fast kernel for. (With
 * {@code nchw} oneDNN 3.11 takes {@code jit_uni_ncsp:conv+ref}, three hundred times slower.) The
 * caller copies operands into {@link #block} and the result out of it.
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

  private final NativeBlock block;
  private final int weightsAt;
  private final int positionsAt;
  private final Execution planesTurn;
  private final Execution weightsTurn;
  private final Execution positionsTurn;
  private final Execution convolve;

  Convolution(OneDnn library, dnnl_stream stream, Direction direction, Sizes sizes) {
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
    ConvolutionParts parts = new ConvolutionParts(library, stream, block);
    dnnl_memory_desc xl = ConvolutionParts.layout(x, dnnl_nhwc);
    dnnl_memory_desc kl = ConvolutionParts.layout(k, dnnl_hwio);
    dnnl_memory_desc pl = ConvolutionParts.layout(p, dnnl_nhwc);
    List<Execution.Argument> arguments =
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
                block.address(positionsAt + (long) positions)));
    try {
      convolve = parts.convolution(direction, sizes, xl, kl, pl, arguments);
    } catch (Execution.ReferenceOnly e) {
      block.close();
      throw e;
    } finally {
      dnnl_memory_desc_destroy(xl);
      dnnl_memory_desc_destroy(kl);
      dnnl_memory_desc_destroy(pl);
    }
    planesTurn = parts.turn(x, dnnl_nchw, dnnl_nhwc, 0, planes, toInput);
    weightsTurn = parts.turn(k, dnnl_oihw, dnnl_hwio, weightsAt, weightsAt + weights, toWeights);
    positionsTurn =
        parts.turn(p, dnnl_nchw, dnnl_nhwc, positionsAt, positionsAt + positions, forward);
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
