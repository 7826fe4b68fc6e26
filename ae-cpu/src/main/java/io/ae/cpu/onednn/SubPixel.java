package io.ae.cpu.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_iohw;

import io.ae.api.graph.Window;
import io.ae.cpu.onednn.Convolution.Direction;
import io.ae.cpu.onednn.Convolution.Sizes;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.dnnl_stream;

/**
 * The gradient of a strided convolution by its planes, over a fixed number of images, as plain
 * convolutions of the positions, whose results are then put where they belong: one for each pixel
 * of a stride, or, where there are few channels, one for all of them.
 *
 * <p>W. Shi et al., "Real-time single image and video super-resolution using an efficient sub-pixel
 * convolutional neural network", CVPR 2016.
 */
public final class SubPixel implements AutoCloseable {
  /** So few channels of one pixel leave most of a vector empty. */
  private static final int FEW = 16;

  /** With so many channels those of one pixel fill the vectors. */
  private static final int ENOUGH = 32;

  /** Over fewer positions weights take longer to arrange than the convolution gains. */
  private static final int LEAST_PLACES = 64;

  /**
   * The convolution of some pixels.
   *
   * @param spread puts its results where they belong
   * @param offset of the pixels' first element in the planes
   * @param weights how many
   */
  private record Part(Convolution convolve, Reorder spread, long offset, int weights) {}

  private final List<Part> parts = new ArrayList<>();
  private final Scratch scratch;

  /**
   * @param sizes of the strided convolution
   * @param after what becomes of the planes; a bias stands there once for each pixel of a stride
   * @throws Execution.ReferenceOnly if oneDNN has nothing fast for a plain one
   */
  SubPixel(
      OneDnn library, dnnl_stream stream, Scratch scratch, Sizes sizes, Convolution.Ending after) {
    this.scratch = scratch;
    try {
      for (Pixels pixels : pixels(sizes)) {
        parts.add(part(library, stream, pixels, after));
        scratch.need((long) sizes.images() * pixels.plain().positions());
      }
    } catch (Execution.ReferenceOnly e) {
      close();
      throw e;
    }
  }

  private static List<Pixels> pixels(Sizes sizes) {
    if (sizes.channels() <= FEW) {
      return List.of(Pixels.all(sizes));
    }
    List<Pixels> pixels = new ArrayList<>();
    for (int y = 0; y < sizes.window().strideY(); y++) {
      for (int x = 0; x < sizes.window().strideX(); x++) {
        pixels.add(Pixels.one(sizes, y, x));
      }
    }
    return pixels;
  }

  private static Part part(
      OneDnn library, dnnl_stream stream, Pixels pixels, Convolution.Ending after) {
    Sizes sizes = pixels.sizes();
    Sizes plain = pixels.plain();
    Convolution convolve =
        new Convolution(library, stream, Direction.FORWARD, plain, after, dnnl_iohw);
    Window w = sizes.window();
    long channels = sizes.channels();
    long piece = pixels.columns() * channels;
    long across = sizes.x() / w.strideX();
    long line = sizes.x() * channels;
    long[] pieces = {(long) sizes.images() * sizes.y() / w.strideY(), pixels.rows(), across, piece};
    Reorder spread =
        Reorder.owning(
            library,
            stream,
            Layouts.strided(
                pieces, across * pixels.rows() * piece, piece, pixels.rows() * piece, 1),
            Layouts.strided(pieces, w.strideY() * line, line, w.strideX() * channels, 1));
    long offset = pixels.fromY() * line + pixels.fromX() * channels;
    return new Part(convolve, spread, offset, plain.weights());
  }

  /** Returns whether it can be done for these sizes, and pays. */
  public static boolean pays(Sizes sizes) {
    Window w = sizes.window();
    boolean strided = w.strideY() > 1 || w.strideX() > 1;
    boolean channels =
        sizes.channels() <= FEW || (sizes.channels() >= ENOUGH && sizes.places() >= LEAST_PLACES);
    return strided
        && channels
        && sizes.planes() > 0
        && pixels(sizes).stream().allMatch(Pixels::fit);
  }

  /**
   * Returns for each of the plain convolutions' weights which of the strided one's {@code [O, C,
   * kY, kX]} it is, −1 where it is 0.
   */
  public static int[] sources(Sizes sizes) {
    return pixels(sizes).stream().flatMapToInt(p -> java.util.Arrays.stream(p.sources())).toArray();
  }

  /** Takes the plain convolutions' weights at an address; once a run is enough. */
  public void takeWeights(long address) {
    long at = address;
    for (int i = 0; i < parts.size(); i++) {
      parts.get(i).convolve.takeWeights(at);
      at += (long) Float.BYTES * parts.get(i).weights;
    }
  }

  /**
   * Computes planes.
   *
   * @param planesAddress {@code [n, Y, X, C]}
   * @param positionsAddress {@code [n, Y', X', O]}
   */
  public void run(long planesAddress, long positionsAddress) {
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      part.convolve.run(positionsAddress, scratch.address(0));
      part.spread.run(scratch.address(0), planesAddress + Float.BYTES * part.offset);
    }
  }

  @Override
  public void close() {
    for (Part part : parts) {
      part.spread.close();
      part.convolve.close();
    }
  }
}
