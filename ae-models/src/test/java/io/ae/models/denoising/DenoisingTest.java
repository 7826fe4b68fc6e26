package io.ae.models.denoising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ae.api.data.DataSpec;
import io.ae.core.nn.Activation;
import io.ae.core.nn.Corruption;
import io.ae.core.nn.Corruption.Kind;
import io.ae.core.nn.ReconstructionError;
import io.ae.core.nn.Tie;
import io.ae.core.nn.WeightInit;
import io.ae.core.trace.DeclaredVars;
import io.ae.core.trace.ModelProgram;
import io.ae.core.trace.TraceOptions;
import io.ae.models.Training;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DenoisingTest {
  private static DenoisingConfig config(Corruption corruption, int code, ReconstructionError loss) {
    return new DenoisingConfig(
        corruption,
        List.of(12),
        code,
        Tie.SHARED,
        Activation.TANH,
        Activation.LINEAR,
        null,
        WeightInit.GLOROT,
        loss);
  }

  private static DenoisingConfig config(Corruption corruption) {
    return config(corruption, 4, ReconstructionError.SQUARED_ERROR);
  }

  private static Training train(DenoisingConfig config) {
    return new Training(new DenoisingPlugin(), config, 8);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void trainingSeesCorruptedRows(Kind kind) {
    try (Training noisy = train(config(new Corruption(kind, .5, .5)));
        Training clean = train(config(new Corruption(kind, 0, 0)))) {
      assertThat(noisy.steps(1, "loss")).isNotEqualTo(clean.steps(1, "loss"));
    }
  }

  @Test
  void everyStepDrawsAnew() {
    // Rates of 0: the weights stay, so only the draws can change the loss.
    try (Training noisy = train(config(new Corruption(Kind.MASKING, .5, 0))).atRate(0);
        Training clean = train(config(new Corruption(Kind.MASKING, 0, 0))).atRate(0)) {
      assertThat(noisy.steps(1, "loss")).isNotEqualTo(noisy.steps(1, "loss"));
      assertThat(clean.steps(1, "loss")).isEqualTo(clean.steps(1, "loss"));
    }
  }

  @ParameterizedTest
  @EnumSource(ReconstructionError.class)
  void everyErrorFalls(ReconstructionError loss) {
    try (Training training = train(config(new Corruption(Kind.MASKING, .25, 0), 4, loss))) {
      double before = training.steps(1, "term.error");
      assertThat(training.steps(600, "term.error")).isLessThan(.95 * before);
    }
  }

  @Test
  void onlyTrainingCorrupts() {
    ModelProgram program = program(config(new Corruption()));
    assertThat(draws(program, "train.train")).isPositive();
    assertThat(draws(program, "corrupt")).isPositive();
    for (String f : List.of("encode", "reconstruct", "score", "loss.train")) {
      assertThat(draws(program, f)).as(f).isZero();
    }
    assertThat(program(config(new Corruption(Kind.MASKING, 0, 0))).program().functions())
        .doesNotContainKey("corrupt");
  }

  @Test
  void aLargeCodeIsWarnedOfWhereNothingIsCorrupted() {
    DataSpec data = DataSpec.vectors(8);
    ReconstructionError loss = ReconstructionError.SQUARED_ERROR;
    Corruption nothing = new Corruption(Kind.GAUSSIAN, .5, 0);
    assertThat(network(config(new Corruption(), 9, loss), data).warnings()).isEmpty();
    assertThat(network(config(nothing, 8, loss), data).warnings()).isEmpty();
    assertThat(network(config(nothing, 9, loss), data).warnings())
        .singleElement()
        .asString()
        .startsWith("AE-C013 model.code 9 is larger than the input's 8 values");
  }

  @Test
  void saltAndPepperOfDataWithoutARangeIsRefused() {
    DenoisingConfig config = config(new Corruption(Kind.SALT_AND_PEPPER, .1, 0));
    assertThatThrownBy(() -> network(config, DataSpec.vectors(8)))
        .hasMessageContaining("needs data of a known range");
  }

  private static Denoising network(DenoisingConfig config, DataSpec data) {
    return new Denoising(config, data, new DeclaredVars());
  }

  private static ModelProgram program(DenoisingConfig config) {
    DeclaredVars vars = new DeclaredVars();
    DataSpec data = DataSpec.vectors(8).withRange(0, 1);
    return ModelProgram.trace(
        new Denoising(config, data, vars), data, vars, TraceOptions.defaults());
  }

  private static long draws(ModelProgram program, String function) {
    return program.program().function(function).nodes().stream()
        .filter(v -> v.op().id().startsWith("draw-"))
        .count();
  }
}
