package io.ae.cpu.kernel;

import io.ae.cpu.memory.Geometry;
import io.ae.cpu.memory.NativeBlock;
import io.ae.cpu.memory.Slot;
import io.ae.cpu.onednn.Convolution;
import io.ae.cpu.onednn.Convolution.Direction;
import io.ae.cpu.onednn.Convolution.Ending;
import io.ae.cpu.onednn.Convolution.Sizes;
import io.ae.cpu.onednn.Engine;
import io.ae.cpu.onednn.Epilogue;
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
    return with(engine, direction, one, images, planes, weights, positions, Epilogue.NONE, weights)
        .orElseGet(() -> new UnfoldedConvolve(engine, direction, one, planes, weights, positions));
  }

  /**
   * Returns a convolution by oneDNN with what becomes of its results, or nothing where it has no
   * fast kernel that does both.
   *
   * @param engine oneDNN for this shard
   * @param direction what is computed from the other two
   * @param one sizes for one image
   * @param images the most of them at once
   * @param planes {@code [n, Y, X, C]}
   * @param weights {@code [O, C, kY, kX]}
   * @param positions {@code [n, Y', X', O]}
   * @param epilogue done to what is computed
   * @param bias a number for each channel of it; unused if none is added
   */
  public static Optional<Step> with(
      Engine engine,
      Direction direction,
      Sizes one,
      int images,
      Slot planes,
      Slot weights,
      Slot positions,
      Epilogue epilogue,
      Slot bias) {
    if (direction == Direction.TO_INPUT && SubPixel.pays(one)) {
      Optional<Step> step =
          SubPixels.of(engine, one, images, planes, weights, positions, epilogue, bias);
      if (step.isPresent()) {
        return step;
      }
    }
    if (direction != Direction.FORWARD && !epilogue.equals(Epilogue.NONE)) {
      return Optional.empty();
    }
    Ending ending = new Ending(epilogue, bias.address());
    int block = block(one, images);
    Optional<Convolution> many = engine.convolution(direction, one.of(block), ending);
    Optional<Convolution> single = engine.convolution(direction, one, ending);
    return many.isEmpty() || single.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Convolve(
                engine,
                direction,
                many.get(),
                single.get(),
                block,
                one,
                planes,
                weights,
                positions));
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
