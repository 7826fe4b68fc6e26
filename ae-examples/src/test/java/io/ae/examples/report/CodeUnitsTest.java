package io.ae.examples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CodeUnitsTest {
  @Test
  void deadAndSaturatedUnitsAreFound() {
    float[] codes = new float[100 * 3];
    for (int row = 0; row < 100; row++) {
      codes[row * 3] = row / 100f;
      codes[row * 3 + 1] = .5f;
      codes[row * 3 + 2] = row < 95 ? 1 : 0;
    }

    CodeUnits units = CodeUnits.of(codes, 3);

    assertThat(units.dead()).containsExactly(false, true, false);
    assertThat(units.saturated()).containsExactly(false, false, true);
    assertThat(units.mean()[2]).isCloseTo(.95, within(1e-6));
  }

  @Test
  void codesWithoutBoundsDoNotSaturate() {
    CodeUnits units = CodeUnits.of(new float[] {1, 7, 1, 8, 1, 9, 0, 3}, 2);

    assertThat(units.bounded()).isFalse();
    assertThat(units.saturated()).containsExactly(false, false);
  }

  @Test
  void projectionFindsTheTwoLongAxes() {
    Random random = new Random(1);
    float[] codes = new float[500 * 4];
    double[] spread = {.1, 3, .1, 1};
    for (int i = 0; i < codes.length; i++) {
      codes[i] = (float) (5 + spread[i % 4] * random.nextGaussian());
    }

    Projection projection = Projection.of(codes, 4);

    assertThat(projection.share()).isBetween(.99, 1.);
    CodeUnits axes = CodeUnits.of(projection.points(), 2);
    assertThat(axes.deviation()[0]).isCloseTo(3, within(.3));
    assertThat(axes.deviation()[1]).isCloseTo(1, within(.1));
    assertThat(axes.mean()[0]).isCloseTo(0, within(1e-4));
  }
}
