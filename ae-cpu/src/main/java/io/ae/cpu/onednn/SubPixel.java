package io.ae.cpu.onednn;

import io.ae.api.graph.Window;
import io.ae.cpu.onednn.Convolution.Direction;
import io.ae.cpu.onednn.Convolution.Sizes;
import org.bytedeco.dnnl.dnnl_stream;

/**
 * The gradient of a strided convolution by few channels, over a fixed number of images, as a plain
 * convolution of the positions: it gives the {@code s × s} pixels of a stride as so many channels,
 * which are then put where they belong.
 *
 * <p>Pixel {@code y = s·i + a} takes position {@code i + d} by row {@code a + top - s·d} of the
 * window. The rows of all {@code a} make a window over positions; where one has no such row, its
 * weight is 0.
 *
 * <p>W. Shi et al., "Real-time single image and video super-resolution using an efficient sub-pixel
 * convolutional neural network", CVPR 2016.
 */
public final class SubPixel implements AutoCloseable {
  /** With more channels the pixels of a stride fill the vectors of oneDNN's own kernel. */
  private static final int FEW = 8;

  private final Convolution convolve;
  private final Reorder spread;
  private final Scratch scratch;

  /**
   * @param sizes of the strided convolution
   * @throws Execution.ReferenceOnly if oneDNN has nothing fast for the plain one
   */
  SubPixel(OneDnn library, dnnl_stream stream, Scratch scratch, Sizes sizes) {
    this.scratch = scratch;
    Sizes plain = plain(sizes);
    convolve = new Convolution(library, stream, Direction.FORWARD, plain);
    int strideY = sizes.window().strideY();
    long piece = (long) sizes.window().strideX() * sizes.channels();
    long across = sizes.x() / sizes.window().strideX();
    long line = sizes.x() * (long) sizes.channels();
    long[] pieces = {(long) sizes.images() * sizes.y() / strideY, strideY, across, piece};
    spread =
        Reorder.owning(
            library,
            stream,
            Layouts.strided(pieces, strideY * line, piece, strideY * piece, 1),
            Layouts.strided(pieces, strideY * line, line, piece, 1));
    scratch.need((long) sizes.images() * plain.positions());
  }

  /**
   * Returns whether it pays for these sizes, and whether the planes are whole strides, so that all
   * they take are positions and what lies beyond the edges.
   */
  public static boolean pays(Sizes sizes) {
    Window w = sizes.window();
    boolean strided = w.strideY() > 1 || w.strideX() > 1;
    return strided
        && sizes.planes() > 0
        && sizes.channels() <= FEW
        && sizes.y() % w.strideY() == 0
        && sizes.x() % w.strideX() == 0
        && before(w.top(), w.y(), w.strideY()) >= 0
        && before(w.left(), w.x(), w.strideX()) >= 0
        && behind(sizes.y(), w.positionsY(sizes.y()), w.top(), w.y(), w.strideY()) >= 0
        && behind(sizes.x(), w.positionsX(sizes.x()), w.left(), w.x(), w.strideX()) >= 0;
  }

  /** Returns the positions before its own that a stride's first pixel takes. */
  private static int before(int padding, int window, int stride) {
    return Math.floorDiv(window - 1 - padding, stride);
  }

  /** Returns the positions from the first that any pixel of a stride takes to the last. */
  private static int taken(int padding, int window, int stride) {
    return before(padding, window, stride) + (stride - 1 + padding) / stride + 1;
  }

  private static int behind(int size, int positions, int padding, int window, int stride) {
    return size / stride
        - positions
        - before(padding, window, stride)
        + taken(padding, window, stride)
        - 1;
  }

  private static Sizes plain(Sizes s) {
    Window w = s.window();
    int y = w.positionsY(s.y());
    int x = w.positionsX(s.x());
    Window window =
        new Window(
            taken(w.top(), w.y(), w.strideY()),
            taken(w.left(), w.x(), w.strideX()),
            1,
            1,
            before(w.top(), w.y(), w.strideY()),
            before(w.left(), w.x(), w.strideX()),
            behind(s.y(), y, w.top(), w.y(), w.strideY()),
            behind(s.x(), x, w.left(), w.x(), w.strideX()));
    int pixels = w.strideY() * w.strideX();
    return new Sizes(s.images(), s.outputs(), y, x, pixels * s.channels(), window);
  }

  /**
   * Returns for each of the plain convolution's weights which of the strided one's {@code [O, C,
   * kY, kX]} it is, −1 where it is 0.
   */
  public static int[] sources(Sizes s) {
    Window w = s.window();
    Sizes plain = plain(s);
    int[] sources = new int[plain.weights()];
    int at = 0;
    for (int pixel = 0; pixel < plain.outputs(); pixel++) {
      int c = pixel % s.channels();
      int a = pixel / s.channels() / w.strideX();
      int b = pixel / s.channels() % w.strideX();
      for (int o = 0; o < s.outputs(); o++) {
        for (int i = 0; i < plain.window().y(); i++) {
          int ky = a + w.top() - w.strideY() * (i - plain.window().top());
          for (int j = 0; j < plain.window().x(); j++) {
            int kx = b + w.left() - w.strideX() * (j - plain.window().left());
            boolean within = ky >= 0 && ky < w.y() && kx >= 0 && kx < w.x();
            sources[at++] = within ? ((o * s.channels() + c) * w.y() + ky) * w.x() + kx : -1;
          }
        }
      }
    }
    return sources;
  }

  /** Takes the plain convolution's weights at an address; once a run is enough. */
  public void takeWeights(long address) {
    convolve.takeWeights(address);
  }

  /**
   * Computes planes.
   *
   * @param planesAddress {@code [n, Y, X, C]}
   * @param positionsAddress {@code [n, Y', X', O]}
   */
  public void run(long planesAddress, long positionsAddress) {
    convolve.run(positionsAddress, scratch.address(0));
    spread.run(scratch.address(0), planesAddress);
  }

  @Override
  public void close() {
    spread.close();
    convolve.close();
  }
}
