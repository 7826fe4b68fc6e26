package io.ae.benchmarks.common;

import static io.ae.benchmarks.common.Activation.LINEAR;
import static io.ae.benchmarks.common.Activation.RELU;
import static io.ae.benchmarks.common.Activation.SIGMOID;

import io.ae.benchmarks.common.Layer.Conv;
import io.ae.benchmarks.common.Layer.Dense;
import io.ae.benchmarks.common.Layer.MaxPool;
import io.ae.benchmarks.common.Layer.Tied;
import io.ae.benchmarks.common.Layer.TransposedConv;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The items of the benchmark, in the order of its table. */
public final class WorkItems {
  private static final int[] DEEP2D = {784, 128, 64, 10, 2};
  private static final int[] HINTON = {784, 1000, 500, 250, 30};

  private static final List<WorkItem> ALL =
      List.of(
          item("deep2d", Family.CHAIN, 256, mirrored(DEEP2D, SIGMOID), Loss.MSE, Optimiser.ADAM),
          item(
              "hinton",
              Family.CHAIN,
              100,
              mirrored(HINTON, LINEAR),
              Loss.CROSS_ENTROPY,
              Optimiser.ADAM),
          item(
              "contractive",
              Family.CONTRACTIVE,
              100,
              List.of(dense(1, 784, 64, SIGMOID), dense(2, 64, 784, LINEAR)),
              Loss.MSE,
              Optimiser.ADAM),
          denoising(20),
          denoising(100),
          stacked(1),
          stacked(2),
          stacked(3),
          item(
              "sda-classify",
              Family.CLASSIFIER,
              64,
              List.of(relu(1), relu(2), relu(3), dense(4, 1000, 10, LINEAR)),
              Loss.SOFTMAX,
              Optimiser.MOMENTUM),
          item("conv-mnist", Family.CHAIN, 128, pooled(), Loss.CROSS_ENTROPY, Optimiser.ADAM),
          new WorkItem(
              "conv-cifar", Family.CHAIN, 128, Data.CIFAR, strided(), 0, Loss.MSE, Optimiser.ADAM),
          item("vae", Family.VARIATIONAL, 128, variational(), Loss.CROSS_ENTROPY, Optimiser.ADAM),
          encoder("encode", HINTON, 1000),
          encoder("one-hinton", HINTON, 1),
          encoder("one-deep2d", DEEP2D, 1));

  private WorkItems() {}

  /** Returns every item, in the order of the table. */
  public static List<WorkItem> all() {
    return ALL;
  }

  /**
   * Returns the item of this id.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static WorkItem of(String id) {
    return ALL.stream()
        .filter(i -> i.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No work item '"
                        + id
                        + "'. Found: "
                        + ALL.stream().map(WorkItem::id).collect(Collectors.joining(", "))));
  }

  private static WorkItem item(
      String id, Family family, int batch, List<Layer> layers, Loss loss, Optimiser optimiser) {
    return new WorkItem(id, family, batch, Data.MNIST, layers, 0, loss, optimiser);
  }

  private static Layer dense(int number, int in, int out, Activation activation) {
    return new Dense("w" + number, "b" + number, in, out, activation);
  }

  /** The way to the code: sigmoid layers, then a linear one. */
  private static List<Layer> toCode(int[] widths) {
    List<Layer> layers = new ArrayList<>();
    for (int i = 1; i < widths.length; i++) {
      layers.add(dense(i, widths[i - 1], widths[i], i == widths.length - 1 ? LINEAR : SIGMOID));
    }
    return layers;
  }

  private static List<Layer> mirrored(int[] widths, Activation output) {
    List<Layer> layers = toCode(widths);
    for (int i = widths.length - 1; i > 0; i--) {
      layers.add(dense(layers.size() + 1, widths[i], widths[i - 1], i == 1 ? output : SIGMOID));
    }
    return layers;
  }

  private static WorkItem encoder(String id, int[] widths, int batch) {
    return item(id, Family.ENCODER, batch, toCode(widths), Loss.NONE, Optimiser.NONE);
  }

  private static WorkItem denoising(int batch) {
    return item(
        "dae-" + batch,
        Family.DENOISING,
        batch,
        List.of(dense(1, 784, 1000, SIGMOID), new Tied("w1", "c1", 1000, 784, LINEAR)),
        Loss.CROSS_ENTROPY,
        Optimiser.SGD);
  }

  private static Layer relu(int number) {
    return dense(number, number == 1 ? 784 : 1000, 1000, RELU);
  }

  private static WorkItem stacked(int phase) {
    List<Layer> layers = new ArrayList<>();
    for (int i = 1; i <= phase; i++) {
      layers.add(relu(i));
    }
    layers.add(new Tied("w" + phase, "c" + phase, 1000, relu(phase).inputs(), LINEAR));
    return new WorkItem(
        "sda-" + phase,
        Family.STACKED,
        64,
        Data.MNIST,
        layers,
        phase - 1,
        Loss.MSE,
        Optimiser.MOMENTUM);
  }

  private static List<Layer> pooled() {
    return List.of(
        new Conv("k1", "b1", 1, 16, 3, 1, 1, 28, RELU),
        new MaxPool(16, 2, 28),
        new Conv("k2", "b2", 16, 8, 3, 1, 1, 14, RELU),
        new MaxPool(8, 2, 14),
        new TransposedConv("k3", "b3", 8, 16, 3, 2, 1, 1, 7, RELU),
        new TransposedConv("k4", "b4", 16, 1, 3, 2, 1, 1, 14, LINEAR));
  }

  private static List<Layer> strided() {
    return List.of(
        new Conv("k1", "b1", 3, 32, 4, 2, 1, 32, RELU),
        new Conv("k2", "b2", 32, 64, 4, 2, 1, 16, RELU),
        new Conv("k3", "b3", 64, 128, 4, 2, 1, 8, RELU),
        new TransposedConv("k4", "b4", 128, 64, 4, 2, 1, 0, 4, RELU),
        new TransposedConv("k5", "b5", 64, 32, 4, 2, 1, 0, 8, RELU),
        new TransposedConv("k6", "b6", 32, 3, 4, 2, 1, 0, 16, LINEAR));
  }

  private static List<Layer> variational() {
    return List.of(
        dense(1, 784, 400, RELU),
        new Dense("wm", "bm", 400, 20, LINEAR),
        new Dense("wv", "bv", 400, 20, LINEAR),
        dense(2, 20, 400, RELU),
        dense(3, 400, 784, LINEAR));
  }
}
