package io.ae.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.ae.core.Ae;
import io.ae.core.data.Dataset;
import org.junit.jupiter.api.Test;

class CapacityTest {
  @Test
  void fiveWaysAreTriedAndDrawn() {
    try (Ae ae = Ae.create()) {
      var parts = ae.data("glyphs,count=120");
      var result =
          Capacity.run(new Lab(ae, 1, 42), Dataset.load(parts.train()), Dataset.load(parts.test()));

      assertThat(result.trials())
          .extracting(Capacity.Trial::restraint)
          .containsExactly("none", "weight decay", "sparsity", "corruption", "contraction");
      assertThat(result.trials()).allMatch(trial -> trial.mse() > 0 && trial.probe() > .2);
      assertThat(result.table().lines()).hasSize(7);
      assertThat(result.figure().png()).isNotEmpty();
    }
  }
}
