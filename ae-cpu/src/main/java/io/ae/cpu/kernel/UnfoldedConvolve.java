package io.ae.cpu.kernel;

import io.ae.api.graph.Window;
import io.ae.cpu.memory.NativeBlock;
import io.ae.cpu.memory.Slot;
import io.ae.cpu.onednn.Convolution.Direction;
import io.ae.cpu.onednn.Convolution.Sizes;
import io.ae.cpu.onednn.Engine;
import io.ae.cpu.onednn.Gemm;
import java.util.Arrays;

/**
 * A convolution as a matrix product with unfolded planes, image by image: for sizes and CPUs for
 * which oneDNN has nothing but a reference kernel.
 *
 * <p>K. Chellapilla, S. Puri, P. Simard, "High performance convolutional neural networks for
 * document processing", 2006.
 */
public final class UnfoldedConvolve implements Step {
  private final Direction direction;
  private final Sizes sizes;
  private final Slot planes;
  private final Slot weights;
  private final Slot positions;
  private final Gemm gemm;
  private final NativeBlock block;
  private final int depth;
  private final int places;
  private final float[] image;
  private final float[] unfolded;

  /**
   * @param engine oneDNN for this shard; it frees what this step holds
   * @param direction what is computed from the other two
   * @param sizes sizes for one image
   * @param planes {@code [n, C, Y, X]}
   * @param weights {@code [O, C, kY, kX]}
   * @param positions {@code [n, O, Y', X']}
   */
  public UnfoldedConvolve(
      Engine engine, Direction direction, Sizes sizes, Slot planes, Slot weights, Slot positions) {
    this.direction = direction;
    this.sizes = sizes;
    this.planes = planes;
    this.weights = weights;
    this.positions = positions;
    gemm = engine.gemm();
    Window w = sizes.window();
    depth = sizes.channels() * w.y() * w.x();
    places = w.positionsY(sizes.y()) * w.positionsX(sizes.x());
    image = new float[sizes.planes()];
    unfolded = new float[depth * places];
    block = engine.memory(Math.max(1, unfolded.length));
  }

  @Override
  public void run() {
    if (direction == Direction.TO_WEIGHTS) {
      for (int at = 0; at < sizes.weights(); at += TILE) {
        weights.store(at, Loops.ZEROS, Math.min(TILE, sizes.weights() - at));
      }
    }
    int images = image.length == 0 ? 0 : planes.count() / image.length;
    for (int i = 0; i < images; i++) {
      long position = positions.address() + 4L * i * sizes.positions();
      switch (direction) {
        case FORWARD -> {
          unfold(i);
          // [O, depth] · [depth, places]
          multiply(
              false,
              false,
              sizes.outputs(),
              places,
              depth,
              weights.address(),
              block.address(0),
              0f,
              position);
        }
        case TO_INPUT -> {
          // [O, depth]ᵀ · [O, places]
          multiply(
              true,
              false,
              depth,
              places,
              sizes.outputs(),
              weights.address(),
              position,
              0f,
              block.address(0));
          fold(i);
        }
        case TO_WEIGHTS -> {
          unfold(i);
          // [O, places] · [depth, places]ᵀ, summed over the images
          multiply(
              false,
              true,
              sizes.outputs(),
              depth,
              places,
              position,
              block.address(0),
              1f,
              weights.address());
        }
      }
    }
  }

  private void multiply(
      boolean at, boolean bt, int m, int n, int k, long a, long b, float beta, long c) {
    if (m > 0 && n > 0 && k > 0) {
      gemm.run(at, bt, m, n, k, a, b, beta, c);
    }
  }

  private void unfold(int i) {
    planes.load(i * image.length, image, image.length);
    Arrays.fill(unfolded, 0f);
    walk(true);
    block.floats().put(0, unfolded, 0, unfolded.length);
  }

  private void fold(int i) {
    block.floats().get(0, unfolded, 0, unfolded.length);
    Arrays.fill(image, 0f);
    walk(false);
    planes.store(i * image.length, image, image.length);
  }

  /** Goes over every element of every window that is no padding. */
  private void walk(boolean out) {
    Window w = sizes.window();
    int row = 0;
    for (int c = 0; c < sizes.channels(); c++) {
      for (int ky = 0; ky < w.y(); ky++) {
        for (int kx = 0; kx < w.x(); kx++, row++) {
          for (int py = 0; py < w.positionsY(sizes.y()); py++) {
            int y = py * w.strideY() - w.top() + ky;
            if (y >= 0 && y < sizes.y()) {
              line(
                  out,
                  row * places + py * w.positionsX(sizes.x()),
                  (c * sizes.y() + y) * sizes.x(),
                  kx);
            }
          }
        }
      }
    }
  }

  private void line(boolean out, int to, int from, int kx) {
    Window w = sizes.window();
    for (int px = 0; px < w.positionsX(sizes.x()); px++) {
      int x = px * w.strideX() - w.left() + kx;
      if (x >= 0 && x < sizes.x()) {
        if (out) {
          unfolded[to + px] = image[from + x];
        } else {
          image[from + x] += unfolded[to + px];
        }
      }
    }
  }
}
