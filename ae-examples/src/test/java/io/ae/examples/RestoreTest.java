package io.ae.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ae.core.Ae;
import io.ae.core.data.Dataset;
import org.junit.jupiter.api.Test;

class RestoreTest {
  @Test
  void everyKindOfCorruptionIsTried() {
    try (Ae ae = Ae.create()) {
      var parts = ae.data("glyphs,count=600");
      var result =
          Restore.run(new Lab(ae, 1, 42), Dataset.load(parts.train()), Dataset.load(parts.test()));

      assertThat(result.trials())
          .extracting(Restore.Trial::kind)
          .containsExactly("masking", "bernoulli", "occlusion", "gaussian", "salt-and-pepper");
      assertThat(result.trials().get(3).corrupted())
          .as("a deviation of 0.5")
          .isCloseTo(.25, within(.01));
      assertThat(result.trials().subList(3, 5))
          .as("few rows teach to undo noise")
          .allMatch(trial -> trial.times() > 2);
      assertThat(result.figure().png()).isNotEmpty();
    }
  }
}
