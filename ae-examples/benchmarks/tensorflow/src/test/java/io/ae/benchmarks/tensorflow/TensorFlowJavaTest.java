package io.ae.benchmarks.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ae.benchmarks.common.Activation;
import io.ae.benchmarks.common.Data;
import io.ae.benchmarks.common.Encoding;
import io.ae.benchmarks.common.Family;
import io.ae.benchmarks.common.InitialWeights;
import io.ae.benchmarks.common.Layer;
import io.ae.benchmarks.common.Loss;
import io.ae.benchmarks.common.Optimiser;
import io.ae.benchmarks.common.Setting;
import io.ae.benchmarks.common.Training;
import io.ae.benchmarks.common.WorkItem;
import io.ae.benchmarks.common.WorkItems;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every family trains along the path that plain double-precision formulas give. */
final class TensorFlowJavaTest {
  private static final int ROWS = 3;
  private static final int STEPS = 3;
  private static final Setting SETTING = new Setting(2, Map.of());

  static List<WorkItem> items() {
    List<Layer> dense =
        List.of(
            new Layer.Dense("w1", "b1", 784, 2, Activation.SIGMOID),
            new Layer.Dense("w2", "b2", 2, 784, Activation.LINEAR));
    Layer tied = new Layer.Tied("w1", "c1", 2, 784, Activation.LINEAR);
    return List.of(
        item(Family.CHAIN, dense, 0, Loss.CROSS_ENTROPY, Optimiser.ADAM),
        item(Family.CHAIN, dense, 0, Loss.MSE, Optimiser.ADAM),
        item(Family.CONTRACTIVE, dense, 0, Loss.MSE, Optimiser.ADAM),
        item(Family.DENOISING, List.of(dense.get(0), tied), 0, Loss.CROSS_ENTROPY, Optimiser.SGD),
        item(
            Family.STACKED,
            List.of(
                new Layer.Dense("w1", "b1", 784, 8, Activation.RELU),
                new Layer.Dense("w2", "b2", 8, 4, Activation.RELU),
                new Layer.Tied("w2", "c2", 4, 8, Activation.LINEAR)),
            1,
            Loss.MSE,
            Optimiser.MOMENTUM),
        item(
            Family.CLASSIFIER,
            List.of(
                new Layer.Dense("w1", "b1", 784, 3, Activation.RELU),
                new Layer.Dense("w2", "b2", 3, 10, Activation.LINEAR)),
            0,
            Loss.SOFTMAX,
            Optimiser.MOMENTUM),
        item(
            Family.VARIATIONAL,
            List.of(
                new Layer.Dense("w1", "b1", 784, 2, Activation.RELU),
                new Layer.Dense("wm", "bm", 2, 2, Activation.LINEAR),
                new Layer.Dense("wv", "bv", 2, 2, Activation.LINEAR),
                new Layer.Dense("w2", "b2", 2, 784, Activation.LINEAR)),
            0,
            Loss.CROSS_ENTROPY,
            Optimiser.ADAM),
        item(
            Family.CHAIN,
            List.of(
                new Layer.Conv("k1", "b1", 1, 2, 3, 1, 1, 28, Activation.RELU),
                new Layer.MaxPool(2, 2, 28),
                new Layer.TransposedConv("k2", "b2", 2, 1, 3, 2, 1, 1, 14, Activation.LINEAR)),
            0,
            Loss.CROSS_ENTROPY,
            Optimiser.ADAM),
        new WorkItem(
            "tiny",
            Family.CHAIN,
            ROWS,
            Data.CIFAR,
            List.of(
                new Layer.Conv("k1", "b1", 3, 2, 4, 2, 1, 32, Activation.RELU),
                new Layer.TransposedConv("k2", "b2", 2, 3, 4, 2, 1, 0, 16, Activation.LINEAR)),
            0,
            Loss.MSE,
            Optimiser.ADAM));
  }

  private static WorkItem item(
      Family family, List<Layer> layers, int frozen, Loss loss, Optimiser optimiser) {
    return new WorkItem("tiny", family, ROWS, Data.MNIST, layers, frozen, loss, optimiser);
  }

  @ParameterizedTest
  @MethodSource("items")
  void trainsAlongThePathOfTheContract(WorkItem item) {
    Map<String, float[]> weights = InitialWeights.of(item);
    float[] rows = rows(ROWS * item.data().width());
    if (item.family() == Family.DENOISING) {
      Arrays.fill(rows, 0); // no mask shows
    }
    if (item.family() == Family.VARIATIONAL) {
      Arrays.fill(weights.get("bv"), -40); // a deviation of 2e-9: no noise shows
    }
    int[] labels = {3, 0, 9};
    PlainTraining plain =
        new PlainTraining(item, new PlainLoss(item, plain(rows), labels), weights);
    try (Training training = new TensorFlowJava().train(item, SETTING, weights)) {
      for (int i = 0; i < STEPS; i++) {
        training.step(rows, labels);
        double wanted = plain.step();
        assertThat(training.loss()).isCloseTo(wanted, within(2e-5 * Math.abs(wanted)));
      }
    }
  }

  @Test
  void masksTheInputAfreshEachStepAndLearns() {
    WorkItem item = WorkItems.of("dae-20");
    float[] rows = rows(item.batch() * item.data().width());
    try (Training training = new TensorFlowJava().train(item, SETTING, InitialWeights.of(item))) {
      training.step(rows, new int[item.batch()]);
      double first = training.loss();
      for (int i = 0; i < 20; i++) {
        training.step(rows, new int[item.batch()]);
      }
      assertThat(training.loss()).isLessThan(.9 * first);
    }
  }

  @Test
  void encodesAnyNumberOfRows() {
    WorkItem item = WorkItems.of("one-deep2d").withBatch(2);
    Map<String, float[]> weights = InitialWeights.of(item);
    float[] rows = rows(2 * item.data().width());
    double[][] plain = plain(rows);
    PlainLayers layers = new PlainLayers(doubles(weights));
    try (Encoding encoding = new TensorFlowJava().encode(item, SETTING, weights)) {
      for (int n = 2; n > 0; n--) {
        float[] codes = new float[n * item.codeWidth()];
        encoding.encode(rows, n, codes);
        for (int i = 0; i < codes.length; i++) {
          double wanted = layers.chain(item.layers(), plain[i / 2])[i % 2];
          assertThat((double) codes[i]).isCloseTo(wanted, Offset.offset(1e-4));
        }
      }
    }
  }

  private static Map<String, double[]> doubles(Map<String, float[]> weights) {
    return weights.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> widened(e.getValue())));
  }

  private static double[] widened(float[] values) {
    double[] wide = new double[values.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = values[i];
    }
    return wide;
  }

  private static float[] rows(int values) {
    SplittableRandom random = new SplittableRandom(7);
    float[] rows = new float[values];
    for (int i = 0; i < values; i++) {
      rows[i] = (float) random.nextDouble();
    }
    return rows;
  }

  private static double[][] plain(float[] rows) {
    int width = rows.length % 784 == 0 ? 784 : 3072;
    double[][] plain = new double[rows.length / width][];
    for (int r = 0; r < plain.length; r++) {
      plain[r] = widened(Arrays.copyOfRange(rows, r * width, (r + 1) * width));
    }
    return plain;
  }
}
