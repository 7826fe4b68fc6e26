package io.ae.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.ae.core.Ae;
import io.ae.core.data.Dataset;
import org.junit.jupiter.api.Test;

class StrokesTest {
  @Test
  void everyWayIsMeasuredAndKeepsUnitsAsItSays() {
    try (Ae ae = Ae.create()) {
      var parts = ae.data("glyphs,count=300");
      var result =
          Strokes.run(new Lab(ae, 1, 42), Dataset.load(parts.train()), Dataset.load(parts.test()));

      assertThat(result.trials())
          .extracting(Strokes.Trial::way)
          .containsExactly("sigmoid", "relu", "kl", "l1 on the code", "l1 on weights", "top-k");
      var bare = result.trials().get(0).activations();
      var l1 = result.trials().get(3).activations();
      var topK = result.trials().get(5).activations();
      assertThat(l1.mean()).isLessThan(bare.mean());
      assertThat(topK.nearZero()).as("171 of 196 units are 0").isGreaterThan(.87);
      assertThat(result.trials()).allMatch(trial -> trial.mse() > 0);
      assertThat(result.figure().png()).isNotEmpty();
    }
  }
}
