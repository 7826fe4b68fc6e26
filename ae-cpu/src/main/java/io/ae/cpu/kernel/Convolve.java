package io.ae.cpu.kernel;

import io.ae.cpu.memory.NativeBlock;
import io.ae.cpu.memory.Slot;
import io.ae.cpu.onednn.Convolution;
import io.ae.cpu.onednn.Convolution.Direction;
import io.ae.cpu.onednn.Convolution.Sizes;
import io.ae.cpu.onednn.Engine;
import java.util.Arrays;
import java.util.Optional;

/**
 * A convolution in one direction over any number of images: a primitive's number of images is
 * fixed, so they go through one for blocks and one for single images.
 */
public final class Convolve implements Step {
  /** Images of a block: few enough that both layouts of a block stay in a cache. */
  private static final int BLOCK = 16;

  private final Direction direction;
  private final Convolution[] sizes;
  private final Slot planes;
  private final Slot weights;
  private final Slot positions;
  private final int onePlanes;
  private final int onePositions;
  private final float[] sum;
  private final float[] kernel;
  private final float[] tile = new float[TILE];

  private Convolve(
      Direction direction,
      Convolution[] sizes,
      Sizes one,
      Slot planes,
      Slot weights,
      Slot positions) {
    this.direction = direction;
    this.sizes = sizes;
    this.planes = planes;
    this.weights = weights;
    this.positions = positions;
    kernel = new float[one.weights()];
    sum = new float[one.weights()];
    onePlanes = one.planes();
    onePositions = one.positions();
  }

  /**
   * Returns a convolution by oneDNN, or by unfolding where it has no fast kernel.
   *
   * @param engine oneDNN for this shard
   * @param direction what is computed from the other two
   * @param one sizes for one image
   * @param planes {@code [n, C, Y, X]}
   * @param weights {@code [O, C, kY, kX]}
   * @param positions {@code [n, O, Y', X']}
   */
  public static Step of(
      Engine engine, Direction direction, Sizes one, Slot planes, Slot weights, Slot positions) {
    Sizes many = new Sizes(BLOCK, one.channels(), one.y(), one.x(), one.outputs(), one.window());
    Optional<Convolution> block = engine.convolution(direction, many);
    Optional<Convolution> single = engine.convolution(direction, one);
    if (block.isEmpty() || single.isEmpty()) {
      return new UnfoldedConvolve(engine, direction, one, planes, weights, positions);
    }
    Convolution[] sizes = {block.get(), single.get()};
    return new Convolve(direction, sizes, one, planes, weights, positions);
  }

  @Override
  public void run() {
    int images = onePlanes == 0 ? 0 : planes.count() / onePlanes;
    if (direction == Direction.TO_WEIGHTS) {
      Arrays.fill(sum, 0f);
    } else {
      weights.load(0, kernel, kernel.length);
      for (Convolution c : sizes) {
        c.block().floats().put(c.weightsAt(), kernel, 0, kernel.length);
        c.turnWeights();
      }
    }
    int at = 0;
    for (; at + BLOCK <= images; at += BLOCK) {
      block(sizes[0], at, BLOCK);
    }
    for (; at < images; at++) {
      block(sizes[1], at, 1);
    }
    if (direction == Direction.TO_WEIGHTS) {
      weights.store(0, sum, sum.length);
    }
  }

  private void block(Convolution c, int first, int images) {
    NativeBlock block = c.block();
    switch (direction) {
      case FORWARD -> {
        in(planes, first * onePlanes, block, c.planesAt(), images * onePlanes);
        c.forward();
        out(block, c.positionsAt(), positions, first * onePositions, images * onePositions);
      }
      case TO_INPUT -> {
        in(positions, first * onePositions, block, c.positionsAt(), images * onePositions);
        c.toInput();
        out(block, c.planesAt(), planes, first * onePlanes, images * onePlanes);
      }
      case TO_WEIGHTS -> {
        in(planes, first * onePlanes, block, c.planesAt(), images * onePlanes);
        in(positions, first * onePositions, block, c.positionsAt(), images * onePositions);
        c.toWeights();
        block.floats().get(c.weightsAt(), kernel, 0, kernel.length);
        Loops.add(sum, kernel, sum, sum.length);
      }
    }
  }

  private void in(Slot from, int first, NativeBlock block, int word, int count) {
    for (int at = 0; at < count; at += TILE) {
      int n = Math.min(TILE, count - at);
      from.load(first + at, tile, n);
      block.floats().put(word + at, tile, 0, n);
    }
  }

  private void out(NativeBlock block, int word, Slot to, int first, int count) {
    for (int at = 0; at < count; at += TILE) {
      int n = Math.min(TILE, count - at);
      block.floats().get(word + at, tile, 0, n);
      to.store(first + at, tile, n);
    }
  }
}
