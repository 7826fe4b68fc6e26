package io.ae.cpu.kernel;

import io.ae.cpu.memory.NativeBlock;
import io.ae.cpu.memory.Slot;
import io.ae.cpu.onednn.Convolution.Ending;
import io.ae.cpu.onednn.Convolution.Sizes;
import io.ae.cpu.onednn.Engine;
import io.ae.cpu.onednn.Epilogue;
import io.ae.cpu.onednn.SubPixel;
import java.util.Optional;

/** The gradient of a strided convolution by its planes over any number of images. */
final class SubPixels implements Step {
  /** Enough for a primitive to pay, few enough for a core's cache. */
  private static final int MOST_IMAGES = 8;

  private final SubPixel many;
  private final SubPixel single;
  private final int block;
  private final Sizes one;
  private final Slot planes;
  private final Slot weights;
  private final Slot positions;
  private final int[] sources;
  private final float[] given;
  private final float[] arranged;
  private final NativeBlock turned;
  private final Slot bias;
  private final NativeBlock biases;
  private final WeightsOnce manyWeights;
  private final WeightsOnce singleWeights;

  private SubPixels(
      Engine engine,
      SubPixel many,
      SubPixel single,
      int block,
      Sizes one,
      Slot planes,
      Slot weights,
      Slot positions,
      Slot bias,
      NativeBlock biases) {
    this.bias = bias;
    this.biases = biases;
    this.many = many;
    this.single = single;
    this.manyWeights = new WeightsOnce(many::takeWeights);
    this.singleWeights = new WeightsOnce(single::takeWeights);
    this.block = block;
    this.one = one;
    this.planes = planes;
    this.weights = weights;
    this.positions = positions;
    sources = SubPixel.sources(one);
    given = new float[one.weights()];
    arranged = new float[sources.length];
    turned = engine.memory(Math.max(1, sources.length));
  }

  /**
   * Returns the step, or nothing where oneDNN has no fast kernel.
   *
   * @param one sizes for one image
   * @param images the most of them at once
   * @param planes {@code [n, Y, X, C]}
   * @param weights {@code [O, C, kY, kX]}
   * @param positions {@code [n, Y', X', O]}
   * @param epilogue done to the planes
   * @param bias a number for each of their channels; unused if none is added
   */
  static Optional<Step> of(
      Engine engine,
      Sizes one,
      int images,
      Slot planes,
      Slot weights,
      Slot positions,
      Epilogue epilogue,
      Slot bias) {
    int block = Math.min(MOST_IMAGES, Math.max(1, images));
    int pixels = one.window().strideY() * one.window().strideX();
    NativeBlock biases = engine.memory(epilogue.bias() ? pixels * one.channels() : 1);
    Ending ending = new Ending(epilogue, biases.address(0));
    Optional<SubPixel> many = engine.subPixel(one.of(block), ending);
    Optional<SubPixel> single = engine.subPixel(one, ending);
    return many.isEmpty() || single.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SubPixels(
                engine,
                many.get(),
                single.get(),
                block,
                one,
                planes,
                weights,
                positions,
                bias,
                biases));
  }

  @Override
  public void run() {
    if (planes.geometry().begins()) {
      arrangeWeights();
    }
    int images = planes.count() / one.planes();
    int blocked = images / block * block;
    for (int at = 0; at < blocked; at += block) {
      run(many, manyWeights, at);
    }
    for (int at = blocked; at < images; at++) {
      run(single, singleWeights, at);
    }
  }

  private void arrangeWeights() {
    weights.load(0, given, given.length);
    for (int i = 0; i < sources.length; i++) {
      arranged[i] = sources[i] < 0 ? 0f : given[sources[i]];
    }
    turned.floats().put(0, arranged, 0, arranged.length);
    manyWeights.begin();
    singleWeights.begin();
    for (int at = 0; at + one.channels() <= biases.words(); at += one.channels()) {
      bias.copy(0, biases, at, one.channels());
    }
  }

  private void run(SubPixel kernel, WeightsOnce once, int first) {
    once.give(turned.address(0));
    kernel.run(
        planes.address() + (long) Float.BYTES * first * one.planes(),
        positions.address() + (long) Float.BYTES * first * one.positions());
  }
}
