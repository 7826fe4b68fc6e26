package io.ae.cpu.kernel;

import io.ae.cpu.memory.NativeBlock;
import io.ae.cpu.memory.Slot;
import io.ae.cpu.onednn.Convolution.Sizes;
import io.ae.cpu.onednn.Engine;
import io.ae.cpu.onednn.Unfolding;

/** The gradient of a convolution by its weights over any number of images, as a product. */
final class WeightsByProduct implements Step {
  /** Words of a block's unfolded planes: enough rows for the product, few enough for a cache. */
  private static final int BLOCK_WORDS = 1 << 17;

  private static final int MOST_IMAGES = 32;

  private final Unfolding many;
  private final Unfolding single;
  private final int block;
  private final Sizes one;
  private final Slot planes;
  private final Slot weights;
  private final Slot positions;
  private boolean first;

  /**
   * @param one sizes for one image
   * @param planes {@code [n, Y, X, C]}
   * @param weights the gradient, {@code [O, C, kY, kX]}
   * @param positions {@code [n, Y', X', O]}
   */
  WeightsByProduct(Engine engine, Sizes one, Slot planes, Slot weights, Slot positions) {
    this.one = one;
    this.planes = planes;
    this.weights = weights;
    this.positions = positions;
    int depth = one.weights() / one.outputs();
    int fit = BLOCK_WORDS / Math.max(1, one.places() * depth);
    block = Math.min(MOST_IMAGES, Integer.highestOneBit(Math.max(1, fit)));
    NativeBlock gradient = engine.memory(one.weights());
    many = engine.unfolding(one.of(block), gradient);
    single = engine.unfolding(one, gradient);
  }

  @Override
  public void run() {
    int images = planes.count() / one.planes();
    if (images == 0) {
      for (int at = 0; at < one.weights(); at += TILE) {
        weights.store(at, Loops.ZEROS, Math.min(TILE, one.weights() - at));
      }
      return;
    }
    first = planes.geometry().begins();
    int blocked = images / block * block;
    for (int at = 0; at < blocked; at += block) {
      add(many, at);
    }
    for (int at = blocked; at < images; at++) {
      add(single, at);
    }
    if (planes.geometry().ends()) {
      single.give(weights.address());
    }
  }

  private void add(Unfolding unfolding, int image) {
    unfolding.add(
        planes.address() + (long) Float.BYTES * image * one.planes(),
        positions.address() + (long) Float.BYTES * image * one.positions(),
        first);
    first = false;
  }
}
