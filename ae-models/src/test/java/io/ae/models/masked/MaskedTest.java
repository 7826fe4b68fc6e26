package io.ae.models.masked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ae.api.data.DataSpec;
import io.ae.core.nn.Activation;
import io.ae.core.nn.ReconstructionError;
import io.ae.core.trace.DeclaredVars;
import io.ae.core.trace.ModelProgram;
import io.ae.core.trace.TraceOptions;
import io.ae.models.Training;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MaskedTest {
  private static final DataSpec PICTURES = DataSpec.pictures(1, 8, 12, 0, List.of());

  private static MaskedConfig config(double token, boolean indicator, ReconstructionError loss) {
    return new MaskedConfig(
        4, .5, token, indicator, List.of(12), 4, Activation.TANH, Activation.LINEAR, loss);
  }

  private static MaskedConfig config(int patch, double fraction) {
    MaskedConfig d = new MaskedConfig();
    return new MaskedConfig(
        patch,
        fraction,
        -1,
        false,
        List.of(),
        3,
        d.activation(),
        d.codeActivation(),
        ReconstructionError.SQUARED_ERROR);
  }

  private static Training train(MaskedConfig config) {
    return new Training(new MaskedPlugin(), config, 8);
  }

  @ParameterizedTest
  @EnumSource(ReconstructionError.class)
  void everyErrorFalls(ReconstructionError loss) {
    for (boolean indicator : new boolean[] {false, true}) {
      try (Training training = train(config(-1, indicator, loss))) {
        double before = mean(training);
        training.steps(600, "loss");
        assertThat(mean(training)).isLessThan(.95 * before);
      }
    }
  }

  private static double mean(Training training) {
    double sum = 0;
    for (int i = 0; i < 20; i++) {
      sum += training.steps(1, "term.error");
    }
    return sum / 20;
  }

  @Test
  void everyStepMasksAnew() {
    try (Training training =
        train(config(-1, false, ReconstructionError.SQUARED_ERROR)).atRate(0)) {
      assertThat(training.steps(1, "loss")).isNotEqualTo(training.steps(1, "loss"));
    }
  }

  @Test
  void theIndicatorIsAnInputOfItsOwn() {
    try (Training told = train(config(-1, true, ReconstructionError.SQUARED_ERROR));
        Training untold = train(config(-1, false, ReconstructionError.SQUARED_ERROR))) {
      assertThat(told.read("encoder.0.weight")).hasSize(2 * 8 * 12);
      assertThat(untold.read("encoder.0.weight")).hasSize(8 * 12);
    }
  }

  @Test
  void onlyTrainingMasks() {
    DeclaredVars vars = new DeclaredVars();
    Masked network = new Masked(config(4, .5), PICTURES, vars);
    ModelProgram program = ModelProgram.trace(network, PICTURES, vars, TraceOptions.defaults());
    assertThat(draws(program, "train.train")).isEqualTo(1);
    assertThat(draws(program, "corrupt")).isEqualTo(1);
    for (String f : List.of("encode", "reconstruct", "score", "loss.train")) {
      assertThat(draws(program, f)).as(f).isZero();
    }
  }

  private static long draws(ModelProgram program, String function) {
    return program.program().function(function).nodes().stream()
        .filter(v -> v.op().id().startsWith("draw-"))
        .count();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5 | .5   | model.patch must divide a picture's height and width. Got 5 for pictures of 8 x"
            + " 12",
        "4 | .1   | model.fraction must mask at least one part of a row. Got 0.1 of 6 parts."
      })
  void whatDoesNotFitThePictureIsRefused(int patch, double fraction, String message) {
    assertThatThrownBy(() -> new Masked(config(patch, fraction), PICTURES, new DeclaredVars()))
        .hasMessageContaining(message);
  }

  @Test
  void aTokenAmongTheDataIsRefusedWithTheIndicator() {
    MaskedConfig config = config(0, true, ReconstructionError.SQUARED_ERROR);
    assertThatThrownBy(() -> new Masked(config, PICTURES, new DeclaredVars()))
        .hasMessageContaining("model.token must lie outside the data where model.indicator is true")
        .hasMessageContaining("Got 0.0 for data in [0.0, 1.0]");
  }
}
