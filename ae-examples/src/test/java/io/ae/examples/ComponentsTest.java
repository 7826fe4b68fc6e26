package io.ae.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.ae.core.Ae;
import io.ae.core.data.Dataset;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

class ComponentsTest {
  @Test
  void moreUnitsKeepMoreAndNeverMoreThanTheComponents() {
    try (Ae ae = Ae.create()) {
      var parts = ae.data("glyphs,count=600");
      var result =
          Components.run(
              new Lab(ae, 1, 42), Dataset.load(parts.train()), Dataset.load(parts.test()));

      assertThat(result.trials()).extracting(Components.Trial::code).containsExactly(2, 10, 30);
      assertThat(result.trials()).allMatch(trial -> trial.dense() > 0);
      assertThat(result.trials())
          .as("no linear code keeps more than the components do")
          .allMatch(trial -> trial.linear() > trial.components());
      assertThat(result.trials())
          .isSortedAccordingTo(Comparator.comparingDouble(trial -> -trial.linear()));
      assertThat(result.figure().png()).isNotEmpty();
    }
  }
}
