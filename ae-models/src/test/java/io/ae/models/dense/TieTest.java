package io.ae.models.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ae.core.nn.Tie;
import io.ae.models.Training;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The three ways of tying are three different models. */
class TieTest {
  private static final int D = 6;
  private static final int L = 3;
  private static final double L2 = 1e-2;

  private static Training train(Tie tie) {
    return new Training(new DensePlugin(), DenseConfigs.flat(L, tie, L2), D);
  }

  @Test
  void noneStartsApart() {
    try (Training training = train(Tie.NONE)) {
      assertThat(training.read("decoder.0.weight"))
          .isNotEqualTo(transposed(training.read("encoder.0.weight")));
      assertThat(training.parameters()).isEqualTo(2 * D * L + L + D);
    }
  }

  @Test
  void initStartsAsTheTransposeAndGoesItsOwnWay() {
    try (Training training = train(Tie.INIT)) {
      assertThat(training.read("decoder.0.weight"))
          .isEqualTo(transposed(training.read("encoder.0.weight")));
      training.steps(10, "loss");
      assertThat(training.read("decoder.0.weight"))
          .isNotEqualTo(transposed(training.read("encoder.0.weight")));
      assertThat(training.parameters()).isEqualTo(2 * D * L + L + D);
    }
  }

  @Test
  void sharedIsOneParameterDecayedOnce() {
    try (Training training = train(Tie.SHARED)) {
      training.steps(9, "loss");
      double squares = Arrays.stream(training.read("encoder.0.weight")).map(w -> w * w).sum();
      assertThat(training.steps(1, "term.l2")).isCloseTo(L2 * squares, within(1e-12));
      assertThat(training.parameters()).isEqualTo(D * L + L + D);
    }
  }

  @Test
  void tenStepsTellTheThreeApart() {
    double[] losses = new double[Tie.values().length];
    for (Tie tie : Tie.values()) {
      try (Training training = train(tie)) {
        double before = training.steps(1, "loss");
        losses[tie.ordinal()] = training.steps(9, "loss");
        assertThat(losses[tie.ordinal()]).isLessThan(before);
      }
    }
    assertThat(Arrays.stream(losses).distinct().count()).isEqualTo(losses.length);
  }

  private static double[] transposed(double[] encoder) {
    double[] transposed = new double[encoder.length];
    for (int d = 0; d < D; d++) {
      for (int l = 0; l < L; l++) {
        transposed[l * D + d] = encoder[d * L + l];
      }
    }
    return transposed;
  }
}
