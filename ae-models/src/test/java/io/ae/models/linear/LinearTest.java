package io.ae.models.linear;

import static org.assertj.core.api.Assertions.assertThat;

import io.ae.models.Training;
import org.junit.jupiter.api.Test;

class LinearTest {
  @Test
  void aCodeAsWideAsTheRowsLosesNothing() {
    try (Training training = new Training(new LinearPlugin(), new LinearConfig(4), 4)) {
      assertThat(training.steps(6000, "loss")).isLessThan(1e-4);
    }
  }

  @Test
  void aNarrowCodeLosesSomething() {
    try (Training training = new Training(new LinearPlugin(), new LinearConfig(1), 4)) {
      assertThat(training.steps(6000, "loss")).isGreaterThan(1e-3);
    }
  }
}
