package io.ae.models.contractive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.ae.core.nn.Activation;
import io.ae.core.nn.JacobianNorm;
import io.ae.core.nn.ReconstructionError;
import io.ae.core.nn.Tie;
import io.ae.core.nn.WeightInit;
import io.ae.models.Training;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContractiveTest {
  private static ContractiveConfig config(
      double factor,
      @Nullable JacobianNorm norm,
      int probes,
      List<Integer> hidden,
      Activation code,
      ReconstructionError loss) {
    return new ContractiveConfig(
        factor,
        norm,
        probes,
        hidden,
        5,
        Tie.SHARED,
        Activation.TANH,
        code,
        null,
        WeightInit.GLOROT_SIGMOID,
        loss);
  }

  private static ContractiveConfig flat(@Nullable JacobianNorm norm, Activation code) {
    return config(1, norm, 4, List.of(), code, ReconstructionError.SQUARED_ERROR);
  }

  private static ContractiveConfig deep(@Nullable JacobianNorm norm, int probes) {
    return config(
        1, norm, probes, List.of(7), Activation.SIGMOID, ReconstructionError.SQUARED_ERROR);
  }

  /** The term with factor 1 is the mean over rows of the squared norm. */
  private static double norm(ContractiveConfig config) {
    try (Training training = new Training(new ContractivePlugin(), config, 8)) {
      return training.steps(1, "term.contraction");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SIGMOID", "TANH"})
  void theClosedFormIsTheExactNorm(Activation code) {
    double closed = norm(flat(JacobianNorm.CLOSED_FORM, code));
    assertThat(closed)
        .isPositive()
        .isCloseTo(norm(flat(JacobianNorm.EXACT, code)), withinPercentage(1e-8));
    assertThat(norm(flat(null, code))).isEqualTo(closed);
  }

  @Test
  void theEstimateIsTheExactNormOnAverage() {
    double exact = norm(deep(JacobianNorm.EXACT, 1));
    assertThat(norm(deep(JacobianNorm.HUTCHINSON, 3000))).isCloseTo(exact, withinPercentage(2));
    assertThat(norm(deep(null, 3000))).isNotEqualTo(exact).isCloseTo(exact, withinPercentage(2));
  }

  @Test
  void aDeepNormIsContracted() {
    try (Training training =
        new Training(new ContractivePlugin(), deep(JacobianNorm.EXACT, 1), 8)) {
      double before = training.steps(1, "term.contraction");
      assertThat(training.steps(300, "term.contraction")).isLessThan(.2 * before);
    }
  }

  @ParameterizedTest
  @EnumSource(ReconstructionError.class)
  void everyErrorFalls(ReconstructionError loss) {
    ContractiveConfig config = config(1e-4, null, 4, List.of(), Activation.SIGMOID, loss);
    try (Training training = new Training(new ContractivePlugin(), config, 8)) {
      double before = training.steps(1, "term.error");
      assertThat(training.steps(1500, "term.error")).isLessThan(.9 * before);
    }
  }

  @Test
  void aClosedFormThatThereIsNotIsRefused() {
    assertThatThrownBy(() -> norm(deep(JacobianNorm.CLOSED_FORM, 1)))
        .hasMessageContaining("needs one layer of sigmoid or tanh units. Got 2 layers");
    assertThatThrownBy(() -> norm(flat(JacobianNorm.CLOSED_FORM, Activation.RELU)))
        .hasMessageContaining("Got 1 layer of relu units");
  }
}
