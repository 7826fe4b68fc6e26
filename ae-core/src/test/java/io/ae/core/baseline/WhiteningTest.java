package io.ae.core.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ae.core.data.Dataset;
import io.ae.core.data.Scaling;
import io.ae.core.data.SplitMix;
import org.junit.jupiter.api.Test;

class WhiteningTest {
  private static final int WIDTH = 5;

  private static Dataset slanted() {
    SplitMix random = new SplitMix(4);
    float[][] rows = new float[2000][WIDTH];
    for (float[] row : rows) {
      double common = random.between(-2, 2);
      for (int j = 0; j < WIDTH; j++) {
        row[j] = (float) (3 + (j + 1) * common + random.between(-1, 1));
      }
    }
    return Dataset.of(rows);
  }

  @Test
  void columnsAreUncorrelatedAndOfVarianceOne() {
    Dataset rows = slanted();
    float[] white = Whitening.fit(rows, 1e-6, 2).apply(rows.values());
    Covariance covariance =
        Covariance.of(Dataset.of("white", rows.spec(), white, rows.labels()), Scaling.none(), 1);

    for (int j = 0; j < WIDTH; j++) {
      assertThat(covariance.mean()[j]).isCloseTo(0, within(1e-4));
      for (int k = 0; k < WIDTH; k++) {
        assertThat(covariance.matrix()[j][k]).isCloseTo(j == k ? 1 : 0, within(1e-3));
      }
    }
  }

  @Test
  void itIsUndone() {
    Dataset rows = slanted();
    Whitening whitening = Whitening.fit(rows, .1, 1);

    assertThat(whitening.undo(whitening.apply(rows.values())))
        .containsExactly(rows.values(), within(1e-3f));
  }

  @Test
  void theMapIsSymmetricSoThatPixelsStayInPlace() {
    Whitening whitening = Whitening.fit(slanted(), .1, 1);
    float[] zero = whitening.apply(new float[WIDTH]);
    float[] axes = new float[WIDTH * WIDTH];
    for (int j = 0; j < WIDTH; j++) {
      axes[j * WIDTH + j] = 1;
    }
    float[] map = whitening.apply(axes);
    for (int j = 0; j < WIDTH; j++) {
      for (int k = 0; k < j; k++) {
        assertThat(map[j * WIDTH + k] - zero[k])
            .isCloseTo(map[k * WIDTH + j] - zero[j], within(1e-5f));
      }
    }
  }
}
