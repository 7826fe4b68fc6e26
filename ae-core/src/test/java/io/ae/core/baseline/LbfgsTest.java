package io.ae.core.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LbfgsTest {
  @Test
  void findsTheBottomOfALongValley() {
    double[] bottom = {3, -1, .5, 2};
    Lbfgs.Function valley =
        (x, gradient) -> {
          double value = 1;
          for (int i = 0; i < x.length; i++) {
            double curvature = Math.pow(10, i);
            double d = x[i] - bottom[i];
            gradient[i] = curvature * d;
            value += curvature * d * d / 2;
          }
          return value;
        };
    double[] found = new Lbfgs(valley).minimise(new double[4]);
    for (int i = 0; i < bottom.length; i++) {
      assertThat(found[i]).isCloseTo(bottom[i], within(.05));
    }
  }
}
