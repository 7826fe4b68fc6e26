package io.ae.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ae.api.data.DataSpec;
import io.ae.core.Ae;
import io.ae.core.data.Dataset;
import io.ae.core.nn.Activation;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManifoldTest {
  private static final DataSpec SPEC = DataSpec.pictures(1, 3, 3, 0, List.of());
  private static final float[] DOT = {0, 0, 0, 0, 1, 0, 0, 0, 0};

  @Test
  void bothModelsAreMeasuredAndDrawn() {
    try (Ae ae = Ae.create()) {
      var parts = ae.data("glyphs,count=100");
      var result =
          Manifold.run(new Lab(ae, 1, 42), Dataset.load(parts.train()), Dataset.load(parts.test()));

      assertThat(result.answers())
          .extracting(Manifold.Answer::plugin)
          .containsExactly("dense", "contractive");
      assertThat(result.answers()).allMatch(a -> a.random() > 0 && a.noise() > 0 && a.noise() < 1);
      assertThat(result.figure().png()).isNotEmpty();
    }
  }

  @Test
  void aShiftMovesADotAndATurnDoesNot() {
    assertThat(new Motion("right", 1, 0, 0).of(SPEC, DOT, 1)[5]).isEqualTo(1);
    assertThat(new Motion("down", 0, 1, 0).of(SPEC, DOT, .5)[7]).isEqualTo(.5f);
    assertThat(new Motion("turn", 0, 0, .3).of(SPEC, DOT, 1)[4]).isCloseTo(1, within(1e-6f));
    assertThat(new Motion("turn", 0, 0, .3).of(SPEC, new float[] {0, 1, 0, 0, 0, 0, 0, 0, 0}, 1)[2])
        .as("clockwise, seen with the y axis downwards")
        .isGreaterThan(.2f);
  }

  @Test
  void slopesAreThoseOfTheEncoder() {
    float[][] rows = {{.2f, .4f}, {.9f, .1f}, {.5f, .5f}};
    try (Ae ae = Ae.create()) {
      var model =
          ae.model("dense")
              .set("hidden", List.of())
              .set("code", 1)
              .set("codeActivation", Activation.LINEAR)
              .backend("java")
              .epochs(1)
              .fit(rows)
              .model();
      float[][] jacobian = Slopes.jacobian(model, rows[0]);
      float expected = model.encode(new float[] {1, 0})[0] - model.encode(new float[] {0, 0})[0];

      assertThat(jacobian[0][0]).isCloseTo(expected, within(1e-4f));
      assertThat(Slopes.along(model, rows, new float[][] {{0, 1}, {0, 1}, {0, 1}})[2][0])
          .isCloseTo(jacobian[0][1], within(1e-4f));
    }
  }
}
