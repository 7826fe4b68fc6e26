package io.ae.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.ae.core.Ae;
import io.ae.core.data.Dataset;
import io.ae.core.nn.Tie;
import org.junit.jupiter.api.Test;

class WayOutTest {
  @Test
  void theJacobianIsMeasuredWithAndWithoutThePenalty() {
    try (Ae ae = Ae.create()) {
      var parts = ae.data("glyphs,count=600");
      var result =
          WayOut.run(new Lab(ae, 1, 42), Dataset.load(parts.train()), Dataset.load(parts.test()));

      assertThat(result.trials())
          .extracting(WayOut.Trial::tie)
          .containsExactly(Tie.NONE, Tie.NONE, Tie.SHARED, Tie.SHARED);
      for (int tie = 0; tie < 4; tie += 2) {
        assertThat(result.trials().get(tie + 1).jacobian())
            .as("with the penalty")
            .isLessThan(result.trials().get(tie).jacobian());
      }
      assertThat(result.trials())
          .allMatch(t -> Math.abs(t.relative() * t.spread() - t.jacobian()) < 1e-9);
      assertThat(result.figure().png()).isNotEmpty();
    }
  }
}
