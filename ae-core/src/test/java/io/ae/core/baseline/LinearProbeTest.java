package io.ae.core.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ae.core.data.SplitMix;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LinearProbeTest {
  private static final int WIDTH = 6;

  private final SplitMix random = new SplitMix(1);

  private float[] rows(int n) {
    float[] rows = new float[n * WIDTH];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = i % WIDTH == 4 ? 7 : (float) (1000 * (i % WIDTH) + random.between(-1, 1));
    }
    return rows;
  }

  /** The largest of three columns, far from zero and beside a constant one. */
  private static int[] largest(float[] rows) {
    int[] labels = new int[rows.length / WIDTH];
    for (int i = 0; i < labels.length; i++) {
      float a = rows[i * WIDTH];
      float b = rows[i * WIDTH + 1] - 1000;
      float c = rows[i * WIDTH + 2] - 2000;
      labels[i] = a > b && a > c ? 0 : b > c ? 1 : 2;
    }
    return labels;
  }

  @Test
  void learnsWhatIsLinearWhateverTheThreads() {
    float[] train = rows(1500);
    float[] test = rows(600);
    LinearProbe one = LinearProbe.fit(train, largest(train), WIDTH, 1);
    assertThat(one.accuracy(test, largest(test), 1)).isGreaterThan(.97);
    LinearProbe three = LinearProbe.fit(train, largest(train), WIDTH, 3);
    assertThat(three.classify(test, 2)).isEqualTo(one.classify(test, 1));
  }

  @Test
  void whatIsNotLinearStaysHidden() {
    float[] train = rows(1500);
    int[] labels = new int[1500];
    Arrays.setAll(
        labels, i -> train[i * WIDTH] * (train[i * WIDTH + 1] - 1000) > 0 ? 1 : 0); // exclusive or
    assertThat(LinearProbe.fit(train, labels, WIDTH, 1).accuracy(train, labels, 1)).isLessThan(.6);
  }

  @Test
  void rowsWithoutLabelAreNeitherLearntNorCounted() {
    float[] train = rows(900);
    int[] labels = largest(train);
    int[] some = labels.clone();
    for (int i = 0; i < some.length; i += 2) {
      some[i] = -1;
      Arrays.fill(train, i * WIDTH, (i + 1) * WIDTH, 1e6f);
    }
    assertThat(LinearProbe.fit(train, some, WIDTH, 2).accuracy(train, some, 2)).isGreaterThan(.95);
    assertThatThrownBy(() -> LinearProbe.fit(new float[WIDTH], new int[] {-1}, WIDTH, 1))
        .hasMessage("no row has a label");
    assertThatThrownBy(() -> LinearProbe.fit(new float[7], new int[] {0}, WIDTH, 1))
        .hasMessage("7 values are not 1 rows of 6");
  }

  @Test
  void theGradientIsTheLosssOwn() {
    float[] rows = rows(300);
    int[] labels = largest(rows);
    StandardColumns standard = StandardColumns.of(rows, labels, WIDTH);
    SoftmaxLoss loss = new SoftmaxLoss(rows, labels, standard, 3, .1, 1);
    double[] at = new double[3 * (WIDTH + 1)];
    Arrays.setAll(at, i -> random.between(-1, 1));
    double[] gradient = new double[at.length];
    double[] unused = new double[at.length];
    loss.at(at, gradient);
    for (int i = 0; i < at.length; i++) {
      double[] more = at.clone();
      double[] less = at.clone();
      more[i] += 1e-2;
      less[i] -= 1e-2;
      double slope = (loss.at(more, unused) - loss.at(less, unused)) / 2e-2;
      assertThat(slope).as("parameter %d", i).isCloseTo(gradient[i], within(2e-4));
    }
    assertThat(standard.scale()[4]).isZero();
  }
}
