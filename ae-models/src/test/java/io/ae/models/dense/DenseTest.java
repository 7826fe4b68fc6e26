package io.ae.models.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ae.core.nn.Activation;
import io.ae.core.nn.ReconstructionError;
import io.ae.core.nn.Tie;
import io.ae.models.Training;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DenseTest {
  @ParameterizedTest
  @EnumSource(ReconstructionError.class)
  void everyErrorFalls(ReconstructionError loss) {
    try (Training training =
        new Training(new DensePlugin(), DenseConfigs.small(loss, null, 0), 8)) {
      double before = training.steps(1, "term.error");
      assertThat(training.steps(300, "term.error")).isLessThan(.9 * before);
    }
  }

  @Test
  void dropoutMakesStepsDiffer() {
    DenseConfig config = DenseConfigs.small(ReconstructionError.SQUARED_ERROR, null, .5);
    try (Training dropping = new Training(new DensePlugin(), config, 8);
        Training whole =
            new Training(
                new DensePlugin(),
                DenseConfigs.small(ReconstructionError.SQUARED_ERROR, null, 0),
                8)) {
      assertThat(dropping.steps(1, "term.error")).isNotEqualTo(whole.steps(1, "term.error"));
    }
  }

  @Test
  void aDecoderOfItsOwnHasItsOwnSizes() {
    DenseConfig config = DenseConfigs.shaped(List.of(3), Tie.NONE, List.of(Activation.TANH));
    try (Training training = new Training(new DensePlugin(), config, 8)) {
      assertThat(training.read("decoder.0.weight")).hasSize(2 * 3);
      assertThat(training.read("decoder.1.weight")).hasSize(3 * 8);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "decoder     | model.tie must be none where model.decoder is given",
        "activations | model.activation must have one word, or one for each of the 2 hidden layers."
            + " Got 3",
        "output      | model.loss cross-entropy needs data in [0, 1] and a sigmoid output"
      })
  void whatDoesNotGoTogetherIsRefused(String what, String message) {
    List<Activation> one = List.of(Activation.RELU);
    DenseConfig config =
        switch (what) {
          case "decoder" -> DenseConfigs.shaped(List.of(3), Tie.SHARED, one);
          case "activations" ->
              DenseConfigs.shaped(
                  null, Tie.NONE, List.of(Activation.RELU, Activation.RELU, Activation.TANH));
          default -> DenseConfigs.small(ReconstructionError.CROSS_ENTROPY, Activation.LINEAR, 0);
        };
    assertThatThrownBy(() -> new Training(new DensePlugin(), config, 8))
        .hasMessageContaining(message);
  }
}
