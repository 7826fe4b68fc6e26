package io.ae.cpu.kernel;

import io.ae.api.graph.Window;
import io.ae.cpu.memory.Geometry;
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
  private final NativeBlock turned;
  private final int depth;
  private final int places;
  private final float[] image;
  private final float[] unfolded;
  private final float[] kernels;
  private final float[] turnedKernels;

  /**
   * @param engine oneDNN for this shard; it frees what this step holds
   * @param direction what is computed from the other two
   * @param sizes sizes for one image
   * @param planes {@code [n, Y, X, C]}
   * @param weights {@code [O, C, kY, kX]}
   * @param positions {@code [n, Y', X', O]}
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
    places = sizes.places();
    image = new float[sizes.planes()];
    unfolded = new float[depth * places];
    kernels = new float[sizes.weights()];
    turnedKernels = new float[sizes.weights()];
    block = engine.memory(Math.max(1, unfolded.length));
    turned = engine.memory(Math.max(1, kernels.length));
  }

  @Override
  public void run() {
    boolean toWeights = direction == Direction.TO_WEIGHTS;
    Geometry g = planes.geometry();
    if (g.begins()) {
      if (toWeights) {
        Arrays.fill(turnedKernels, 0f);
      } else {
        weights.load(0, kernels, kernels.length);
        turn(false);
      }
      turned.floats().put(0, turnedKernels, 0, turnedKernels.length);
    }
    int images = image.length == 0 ? 0 : planes.count() / image.length;
    for (int i = 0; i < images; i++) {
      image(i, positions.address() + (long) Float.BYTES * i * sizes.positions());
    }
    if (toWeights && g.ends()) {
      turned.floats().get(0, turnedKernels, 0, turnedKernels.length);
      turn(true);
      weights.store(0, kernels, kernels.length);
    }
  }

  private void image(int i, long position) {
    int outputs = sizes.outputs();
    long unfoldedAt = block.address(0);
    long kernelsAt = turned.address(0);
    switch (direction) {
      case FORWARD -> {
        unfold(i);
        // [P, depth] · [O, depth]ᵀ
        multiply(false, true, places, outputs, depth, unfoldedAt, kernelsAt, 0f, position);
      }
      case TO_INPUT -> {
        // [P, O] · [O, depth]
        multiply(false, false, places, depth, outputs, position, kernelsAt, 0f, unfoldedAt);
        fold(i);
      }
      case TO_WEIGHTS -> {
        unfold(i);
        // [P, O]ᵀ · [P, depth], summed over the images
        multiply(true, false, outputs, depth, places, position, unfoldedAt, 1f, kernelsAt);
      }
    }
  }

  private void multiply(
      boolean at, boolean bt, int m, int n, int k, long a, long b, float beta, long c) {
    if (m > 0 && n > 0 && k > 0) {
      gemm.run(at, bt, m, n, k, a, b, beta, c);
    }
  }

  /** {@code [O, C, kY, kX]} to {@code [O, kY, kX, C]}, or back. */
  private void turn(boolean back) {
    int channels = sizes.channels();
    int area = sizes.window().y() * sizes.window().x();
    for (int o = 0; o < sizes.outputs(); o++) {
      for (int c = 0; c < channels; c++) {
        for (int k = 0; k < area; k++) {
          int plain = (o * channels + c) * area + k;
          int last = (o * area + k) * channels + c;
          if (back) {
            kernels[plain] = turnedKernels[last];
          } else {
            turnedKernels[last] = kernels[plain];
          }
        }
      }
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

  /** Goes over every row of every window that is no padding. */
  private void walk(boolean out) {
    Window w = sizes.window();
    int place = 0;
    for (int py = 0; py < w.positionsY(sizes.y()); py++) {
      for (int px = 0; px < w.positionsX(sizes.x()); px++, place++) {
        for (int ky = 0; ky < w.y(); ky++) {
          int y = py * w.strideY() - w.top() + ky;
          if (y >= 0 && y < sizes.y()) {
            row(out, place * depth + ky * w.x() * sizes.channels(), y, px);
          }
        }
      }
    }
  }

  /** A row of a window: pixels that lie together in the plane and in what is unfolded. */
  private void row(boolean out, int at, int y, int px) {
    Window w = sizes.window();
    int channels = sizes.channels();
    int left = px * w.strideX() - w.left();
    int from = Math.max(0, left);
    int n = (Math.min(sizes.x(), left + w.x()) - from) * channels;
    int inWindow = at + (from - left) * channels;
    int inImage = (y * sizes.x() + from) * channels;
    if (out && n > 0) {
      System.arraycopy(image, inImage, unfolded, inWindow, n);
    } else {
      for (int k = 0; k < n; k++) {
        image[inImage + k] += unfolded[inWindow + k];
      }
    }
  }
}
