package io.ae.models.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ae.api.data.DataSpec;
import io.ae.core.nn.Activation;
import io.ae.core.nn.ReconstructionError;
import io.ae.core.nn.Sparsity;
import io.ae.core.nn.Sparsity.Kind;
import io.ae.core.nn.Tie;
import io.ae.core.nn.WeightInit;
import io.ae.core.trace.DeclaredVars;
import io.ae.models.Training;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SparseTest {
  private static final double TARGET = .2;
  private static final int UNITS = 10;

  private static SparseConfig config(Kind kind, double factor, int active, Activation code) {
    return new SparseConfig(
        new Sparsity(kind, TARGET, factor, active),
        List.of(),
        UNITS,
        Tie.NONE,
        Activation.SIGMOID,
        code,
        null,
        WeightInit.GLOROT,
        ReconstructionError.SQUARED_ERROR,
        0,
        0);
  }

  private static Training train(SparseConfig config) {
    return new Training(new SparsePlugin(), config, 8);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void errorsFall(Kind kind) {
    try (Training training = train(config(kind, 1e-3, 3, Activation.SIGMOID))) {
      double before = training.steps(1, "term.error");
      assertThat(training.steps(800, "term.error")).isLessThan(.95 * before);
    }
  }

  @Test
  void theDivergenceIsZeroOnlyAtTheTarget() {
    try (Training training = train(config(Kind.KL, 1, 3, Activation.SIGMOID))) {
      // Untrained sigmoid units are about half active: ten divergences of .5 from .2.
      double half = TARGET * Math.log(TARGET / .5) + (1 - TARGET) * Math.log((1 - TARGET) / .5);
      assertThat(training.steps(1, "term.sparsity")).isCloseTo(UNITS * half, within(.6));
      assertThat(training.steps(4000, "term.sparsity")).isBetween(0., 1e-3);
    }
  }

  @Test
  void sumsOfActivationsFall() {
    try (Training training = train(config(Kind.L1, .05, 3, Activation.RELU))) {
      double before = training.steps(1, "term.sparsity");
      assertThat(training.steps(1500, "term.sparsity")).isLessThan(.5 * before);
    }
  }

  @Test
  void onlyTheLargestStayActive() {
    try (Training training = train(config(Kind.TOP_K, 1, 3, Activation.SIGMOID))) {
      training.steps(5, "loss");
      double[] codes = training.codes(UNITS);
      for (int row = 0; row < codes.length / UNITS; row++) {
        int active = 0;
        for (int j = 0; j < UNITS; j++) {
          active += codes[row * UNITS + j] > 0 ? 1 : 0;
        }
        assertThat(active).as("active units of row %d", row).isEqualTo(3);
      }
    }
  }

  @Test
  void whatDoesNotGoTogetherIsRefused() {
    assertThatThrownBy(() -> train(config(Kind.KL, 1, 3, Activation.RELU)))
        .hasMessageContaining("model.codeActivation must be sigmoid. Got relu");
    assertThatThrownBy(() -> train(config(Kind.TOP_K, 1, 11, Activation.RELU)))
        .hasMessageContaining("must be at most model.code, which is 10. Got 11");
  }

  @Test
  void aLargeCodeIsWarnedOfWhereNothingRestrainsIt() {
    assertThat(warnings(config(Kind.L1, .1, 3, Activation.RELU))).isEmpty();
    assertThat(warnings(config(Kind.L1, 0, 3, Activation.RELU))).singleElement();
    assertThat(warnings(config(Kind.NONE, 1, 3, Activation.RELU))).singleElement();
  }

  private static List<String> warnings(SparseConfig config) {
    return new Sparse(config, DataSpec.vectors(8), new DeclaredVars()).warnings();
  }
}
