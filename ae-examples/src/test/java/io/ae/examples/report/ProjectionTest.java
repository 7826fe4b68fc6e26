package io.ae.examples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ProjectionTest {
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
    assertThat(deviation(projection.points(), 0)).isCloseTo(3, within(.3));
    assertThat(deviation(projection.points(), 1)).isCloseTo(1, within(.1));
  }

  private static double deviation(float[] points, int axis) {
    double sum = 0;
    for (int i = axis; i < points.length; i += 2) {
      sum += points[i] * points[i];
    }
    return Math.sqrt(sum / (points.length / 2.));
  }
}
