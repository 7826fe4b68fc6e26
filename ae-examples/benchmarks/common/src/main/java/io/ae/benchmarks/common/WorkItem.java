package io.ae.benchmarks.common;

import java.util.List;

/**
 * One network and what is done with it.
 *
 * @param id its name in tables and on the command line
 * @param family how the layers are put together
 * @param batch rows of a step
 * @param data what it is fed
 * @param layers the layers, from input to output; those of an {@link Family#ENCODER} end at the
 *     code
 * @param frozen how many of the first layers run forward only and are never moved
 * @param loss what a step minimises
 * @param optimiser how a step moves the parameters
 */
public record WorkItem(
    String id,
    Family family,
    int batch,
    Data data,
    List<Layer> layers,
    int frozen,
    Loss loss,
    Optimiser optimiser) {
  /** The share of a denoising item's input elements that a mask sets to zero. */
  public static final double MASKED = .25;

  /** The factor of a contractive item's penalty. */
  public static final double CONTRACTION = 1e-3;

  /** What is left of the velocity after a step with momentum. */
  public static final double MOMENTUM = .9;

  /** Keeps a copy of the layers. */
  public WorkItem {
    layers = List.copyOf(layers);
  }

  /** Returns this item with another batch. */
  public WorkItem withBatch(int rows) {
    return new WorkItem(id, family, rows, data, layers, frozen, loss, optimiser);
  }

  /** Returns all tensors in canonical order: layer by layer, weight before bias. */
  public List<Tensor> tensors() {
    return layers.stream().flatMap(l -> l.tensors().stream()).toList();
  }

  /** Returns the tensors that a step moves. */
  public List<Tensor> moved() {
    return layers.stream().skip(frozen).flatMap(l -> l.tensors().stream()).toList();
  }

  /** Returns whether nothing is trained and only codes are asked for. */
  public boolean encodes() {
    return family == Family.ENCODER;
  }

  /** Returns the values of a code: what the last layer gives a row. */
  public int codeWidth() {
    return layers.get(layers.size() - 1).outputs();
  }

  /** Returns the learning rate. */
  public double rate() {
    return optimiser.rate();
  }

  /**
   * Returns the floating-point operations of one step: two a multiply-add, for the forward pass,
   * the weight gradients and the data gradients; the input needs none. Elementwise work, which the
   * floor leaves out, is not counted.
   */
  public double flops() {
    double multiplyAdds = 0;
    for (int i = 0; i < layers.size(); i++) {
      multiplyAdds += passes(i) * layers.get(i).multiplyAdds();
    }
    return 2 * batch * multiplyAdds;
  }

  private int passes(int layer) {
    if (encodes() || layer < frozen) {
      return 1;
    }
    return layer == frozen ? 2 : 3;
  }

  /** Returns the bytes that the update must move: parameters, their moments, their gradients. */
  public double updateBytes() {
    return (double) optimiser.bytesPerParameter() * moved().stream().mapToInt(Tensor::size).sum();
  }

  /** Returns the bytes of all float32 parameters: what encoding one row must stream. */
  public double weightBytes() {
    return (double) Float.BYTES * tensors().stream().mapToInt(Tensor::size).sum();
  }
}
