package io.ae.benchmarks.libtorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ae.benchmarks.common.Family;
import io.ae.benchmarks.common.InitialWeights;
import io.ae.benchmarks.common.Layer;
import io.ae.benchmarks.common.Loss;
import io.ae.benchmarks.common.Setting;
import io.ae.benchmarks.common.Training;
import io.ae.benchmarks.common.WorkItem;
import io.ae.benchmarks.common.WorkItems;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstLossTest {
  private static final int ROWS = 3;

  @ParameterizedTest
  @ValueSource(strings = {"deep2d", "hinton", "contractive", "conv-mnist", "conv-cifar"})
  void theFirstLossIsThatOfTheDefinition(String id) {
    WorkItem item = WorkItems.of(id).withBatch(ROWS);
    int width = item.layers().get(0).inputs();
    SplittableRandom random = new SplittableRandom(1);
    float[] rows = new float[ROWS * width];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (float) random.nextDouble();
    }
    Map<String, float[]> weights = InitialWeights.of(item);
    double expected = 0;
    for (int r = 0; r < ROWS; r++) {
      double[] x = new double[width];
      for (int i = 0; i < width; i++) {
        x[i] = rows[r * width + i];
      }
      expected += loss(item, new Reference(weights), x) / ROWS;
    }
    try (Training training =
        new Libtorch().train(item, Setting.parse("threads=1"), InitialWeights.of(item))) {
      training.step(rows, new int[ROWS]);
      assertThat(training.loss()).isCloseTo(expected, within(1e-5 * expected));
      double first = training.loss();
      for (int i = 0; i < 20; i++) {
        training.step(rows, new int[ROWS]);
      }
      assertThat(training.loss()).isLessThan(first);
    }
  }

  private static double loss(WorkItem item, Reference reference, double[] x) {
    double[] h = x;
    double penalty = 0;
    for (Layer layer : item.layers()) {
      h = reference.run(layer, h);
      if (item.family() == Family.CONTRACTIVE && layer == item.layers().get(0)) {
        penalty = WorkItem.CONTRACTION * jacobian(reference.weights().get("w1"), h);
      }
    }
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum +=
          item.loss() == Loss.MSE
              ? (h[i] - x[i]) * (h[i] - x[i]) / x.length
              : Math.log1p(Math.exp(h[i])) - x[i] * h[i];
    }
    return sum + penalty;
  }

  private static double jacobian(float[] w, double[] h) {
    double[] norms = new double[h.length];
    for (int i = 0; i < w.length; i++) {
      norms[i % h.length] += (double) w[i] * w[i];
    }
    Arrays.setAll(norms, j -> norms[j] * Math.pow(h[j] * (1 - h[j]), 2));
    return Arrays.stream(norms).sum();
  }
}
