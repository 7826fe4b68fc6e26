package io.ae.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OnceTest {
  @Test
  void madeWhenFirstAskedForAndOnlyThen() {
    int[] made = {0};
    Once<String> once = new Once<>(() -> "made " + ++made[0]);

    assertThat(made[0]).isZero();
    assertThat(once.get()).isEqualTo("made 1");
    assertThat(once.get()).isEqualTo("made 1");
  }

  @Test
  void madeAgainWhereMakingFailed() {
    int[] tried = {0};
    Once<String> once =
        new Once<>(
            () -> {
              if (++tried[0] == 1) {
                throw new IllegalStateException("not yet");
              }
              return "made";
            });

    assertThatThrownBy(once::get).hasMessage("not yet");
    assertThat(once.get()).isEqualTo("made");
  }
}
