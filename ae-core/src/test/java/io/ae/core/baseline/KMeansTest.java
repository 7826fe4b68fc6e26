package io.ae.core.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.ae.core.data.SplitMix;
import io.ae.core.metric.ClusterAccuracy;
import org.junit.jupiter.api.Test;

class KMeansTest {
  private static final int WIDTH = 5;

  /** Rows about 1000 · class, far from the origin on purpose. */
  private static float[] heaps(int rows, double spread) {
    SplitMix random = new SplitMix(3);
    float[] values = new float[rows * WIDTH];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (1000 + 10 * (i / WIDTH % 4) + random.between(-spread, spread));
    }
    return values;
  }

  private static int[] truth(int rows) {
    int[] labels = new int[rows];
    for (int i = 0; i < rows; i++) {
      labels[i] = i % 4;
    }
    return labels;
  }

  @Test
  void findsHeapsThatLieApart() {
    KMeans found = KMeans.fit(heaps(700, 1), WIDTH, 4, 1, 1);

    assertThat(ClusterAccuracy.of(found.assign(heaps(700, 1), 1), truth(700))).isOne();
    for (float[] centre : found.centres()) {
      assertThat((centre[0] - 1000) / 10 - Math.round((centre[0] - 1000) / 10))
          .isCloseTo(0, within(.02f));
    }
  }

  @Test
  void inertiaIsTheSumOfSquaredDistances() {
    float[] rows = heaps(300, 8);
    KMeans found = KMeans.fit(rows, WIDTH, 3, 1, 1);
    int[] own = found.assign(rows, 1);
    double sum = 0;
    for (int i = 0; i < rows.length; i++) {
      double d = rows[i] - found.centres()[own[i / WIDTH]][i % WIDTH];
      sum += d * d;
    }
    assertThat(sum).isCloseTo(found.inertia(), within(.01 * sum));
  }

  @Test
  void threadsChangeNothingAndSeedsDecide() {
    float[] rows = heaps(600, 20);
    float[][] one = KMeans.fit(rows, WIDTH, 7, 5, 1).centres();

    assertThat(KMeans.fit(rows, WIDTH, 7, 5, 3).centres()).isDeepEqualTo(one);
    assertThat(KMeans.fit(rows, WIDTH, 7, 5, 1).assign(rows, 3))
        .isEqualTo(KMeans.fit(rows, WIDTH, 7, 5, 2).assign(rows, 1));
  }

  @Test
  void asManyClustersAsRowsLeaveNothingOver() {
    float[] rows = heaps(6, 5);
    assertThat(KMeans.fit(rows, WIDTH, 6, 1, 1).inertia()).isCloseTo(0, within(1e-3));
  }

  @Test
  void equalRowsMakeNoTrouble() {
    assertThat(KMeans.fit(new float[50], WIDTH, 3, 1, 1).inertia()).isZero();
  }

  @Test
  void moreClustersThanRowsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KMeans.fit(heaps(3, 1), WIDTH, 4, 1, 1))
        .withMessageContaining("4 clusters of 3");
  }
}
