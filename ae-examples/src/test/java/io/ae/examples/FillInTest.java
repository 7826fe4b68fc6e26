package io.ae.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.ae.core.Ae;
import io.ae.core.data.Dataset;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

class FillInTest {
  @Test
  void hiddenPatchesAreGuessedBetterThanByTheMean() {
    try (Ae ae = Ae.create()) {
      var parts = ae.data("glyphs,count=900");
      var result =
          FillIn.run(new Lab(ae, 1, 42), Dataset.load(parts.train()), Dataset.load(parts.test()));

      assertThat(result.trials()).extracting(FillIn.Trial::fraction).containsExactly(.25, .5, .75);
      assertThat(result.trials().get(0).filled()).isLessThan(result.trials().get(0).meanFill());
      assertThat(result.trials())
          .as("the more is hidden, the worse the guess")
          .isSortedAccordingTo(Comparator.comparingDouble(FillIn.Trial::filled));
      assertThat(result.figure().png()).isNotEmpty();
    }
  }
}
