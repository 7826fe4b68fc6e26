package io.ae.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ae.api.AeException;
import io.ae.core.Ae;
import io.ae.core.data.Dataset;
import org.junit.jupiter.api.Test;

class CodesElsewhereTest {
  @Test
  void threeMethodsOnThreeKindsOfRows() {
    try (Ae ae = Ae.create()) {
      var parts = ae.data("glyphs,count=600");
      var train = Dataset.load(parts.train());
      var result = CodesElsewhere.run(new Lab(ae, 1, 42), train, Dataset.load(parts.test()));

      assertThat(result.trials()).hasSize(9);
      assertThat(result.trials())
          .filteredOn(trial -> trial.rows().equals("pixels"))
          .allMatch(trial -> trial.values() == 784 && trial.accuracy() > .3);
      assertThat(result.figure().png()).isNotEmpty();
    }
  }

  @Test
  void rowsThatAreNoPicturesAreRefused() {
    Dataset vectors = Dataset.of(new float[][] {{1, 2}, {3, 4}});
    try (Ae ae = Ae.create()) {
      assertThatThrownBy(() -> CodesElsewhere.run(new Lab(ae, 1, 42), vectors, vectors))
          .isInstanceOf(AeException.class)
          .hasMessageContaining("needs pictures with labels. Got rows of shape [2]");
    }
  }
}
