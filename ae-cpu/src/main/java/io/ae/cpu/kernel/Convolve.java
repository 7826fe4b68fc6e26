package io.ae.cpu.kernel;

import io.ae.cpu.memory.Geometry;
import io.ae.cpu.memory.NativeBlock;
import io.ae.cpu.memory.Slot;
import io.ae.cpu.onednn.Convolution;
import io.ae.cpu.onednn.Convolution.Direction;
import io.ae.cpu.onednn.Convolution.Sizes;
import io.ae.cpu.onednn.Engine;
import io.ae.cpu.onednn.SubPixel;
import java.util.Arrays;
import java.util.Optional;

/**
 * A convolution in one direction over any number of images: a primitive's number of images is
 * fixed, so they go through one for blocks and one for single images.
 */
public final class Convolve implements Step {
  /** Words of a block's planes and positions: with those turned they stay in a core's cache. */
  private static final int BLOCK_WORDS = 1 << 16;

  private static final int MOST_IMAGES = 16;

  private final Direction direction;
  private final Convolution many;
  private final Convolution single;
  private final int block;
  private final Slot planes;
  private final Slot weights;
  private final Slot positions;
  private final int onePlanes;
  private final int onePositions;
  private final float[] sum;
  private final float[] part;
  private final NativeBlock turned;
  private final WeightsOnce manyWeights;
  private final WeightsOnce singleWeights;

  private Convolve(
      Engine engine,
      Direction direction,
      Convolution many,
      Convolution single,
      int block,
      Sizes one,
      Slot planes,
      Slot weights,
      Slot positions) {
    this.direction = direction;
    this.many = many;
    this.single = single;
    this.manyWeights = new WeightsOnce(many::takeWeights);
    this.singleWeights = new WeightsOnce(single::takeWeights);
    this.block = block;
    this.planes = planes;
    this.weights = weights;
    this.positions = positions;
    onePlanes = one.planes();
    onePositions = one.positions();
    boolean sums = direction == Direction.TO_WEIGHTS;
    sum = new float[sums ? one.weights() : 0];
    part = new float[sum.length];
    turned = engine.memory(Math.max(1, sum.length));
  }

  /**
   * Returns a convolution by oneDNN, or by unfolding where it has no fast kernel.
   *
   * @param engine oneDNN for this shard
   * @param direction what is computed from the other two
   * @param one sizes for one image
   * @param images the most of them at once
   * @param planes {@code [n, Y, X, C]}
   * @param weights {@code [O, C, kY, kX]}
   * @param positions {@code [n, Y', X', O]}
   */
  public static Step of(
      Engine engine,
      Direction direction,
      Sizes one,
      int images,
      Slot planes,
      Slot weights,
      Slot positions) {
    if (direction == Direction.TO_WEIGHTS && WeightsByProduct.pays(one)) {
      return new WeightsByProduct(engine, one, planes, weights, positions);
    }
    if (direction == Direction.TO_INPUT && SubPixel.pays(one)) {
      Optional<Step> step = SubPixels.of(engine, one, images, planes, weights, positions);
      if (step.isPresent()) {
        return step.get();
      }
    }
    int block = block(one, images);
    Optional<Convolution> many = engine.convolution(direction, one.of(block));
    Optional<Convolution> single = engine.convolution(direction, one);
    return many.isEmpty() || single.isEmpty()
        ? new UnfoldedConvolve(engine, direction, one, planes, weights, positions)
        : new Convolve(
            engine, direction, many.get(), single.get(), block, one, planes, weights, positions);
  }

  private static int block(Sizes one, int images) {
    int fit = BLOCK_WORDS / Math.max(1, one.planes() + one.positions());
    int most = Math.min(MOST_IMAGES, Math.max(1, images));
    return Math.min(most, Integer.highestOneBit(Math.max(1, fit)));
  }

  @Override
  public void run() {
    int images = onePlanes == 0 ? 0 : planes.count() / onePlanes;
    int blocked = images / block * block;
    Geometry g = planes.geometry();
    if (g.begins()) {
      manyWeights.begin();
      singleWeights.begin();
      Arrays.fill(sum, 0f);
    }
    for (int at = 0; at < blocked; at += block) {
      run(many, manyWeights, at);
    }
    for (int at = blocked; at < images; at++) {
      run(single, singleWeights, at);
    }
    if (direction == Direction.TO_WEIGHTS && g.ends()) {
      weights.store(0, sum, sum.length);
    }
  }

  private void run(Convolution c, WeightsOnce once, int first) {
    if (direction != Direction.TO_WEIGHTS) {
      once.give(weights.address());
    }
    c.run(
        planes.address() + (long) Float.BYTES * first * onePlanes,
        positions.address() + (long) Float.BYTES * first * onePositions);
    if (direction == Direction.TO_WEIGHTS) {
      c.giveWeights(turned.address(0));
      turned.floats().get(0, part, 0, part.length);
      Loops.add(sum, part, sum, sum.length);
    }
  }
}
