package io.ae.api.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class InitialiserTest {
  private static final long SEED = 42;

  @Test
  void uniformNumbersFillTheirRange() {
    double[] v = values(var("w", new Init.Uniform(.5), 100, 100));
    assertThat(Arrays.stream(v).min().orElseThrow()).isBetween(-.5, -.49);
    assertThat(Arrays.stream(v).max().orElseThrow()).isBetween(.49, .5);
    assertThat(Arrays.stream(v).average().orElseThrow()).isCloseTo(0, within(.01));
  }

  @Test
  void normalNumbersHaveTheirDeviation() {
    double[] v = values(var("w", new Init.Normal(3), 100, 100));
    assertThat(deviation(v)).isCloseTo(3, within(.1));
    assertThat(Arrays.stream(v).anyMatch(x -> Math.abs(x) > 6)).isTrue();
  }

  @Test
  void truncatedNumbersStayWithinTwoDeviations() {
    double[] v = values(var("w", new Init.TruncatedNormal(3), 100, 100));
    assertThat(Arrays.stream(v).map(Math::abs).max().orElseThrow()).isLessThanOrEqualTo(6);
    // A normal distribution cut at two deviations has the deviation 0.8796.
    assertThat(deviation(v)).isCloseTo(3 * .8796, within(.06));
  }

  @Test
  void truncationKeepsTheNumbersThatNeedNoSecondDraw() {
    double[] normal = values(var("w", new Init.Normal(1), 1000));
    double[] truncated = values(var("w", new Init.TruncatedNormal(1), 1000));
    for (int i = 0; i < normal.length; i++) {
      if (Math.abs(normal[i]) <= 2) {
        assertThat(truncated[i]).isEqualTo(normal[i]);
      } else {
        assertThat(truncated[i]).isNotEqualTo(normal[i]);
      }
    }
  }

  @Test
  void transposeTakesTheOtherVariablesNumbers() {
    Var w = var("w", new Init.Normal(1), 3, 2);
    double[] a = values(w);
    double[] b = values(var("d", new Init.TransposeOf(w), 2, 3));
    assertThat(b).containsExactly(a[0], a[2], a[4], a[1], a[3], a[5]);
  }

  @Test
  void nameAndSeedKeyTheNumbers() {
    Var w = var("w", new Init.Normal(1), 8);
    double[] other = new double[8];
    Initialiser.fill(w, SEED + 1, other);
    assertThat(values(w)).isEqualTo(values(var("w", new Init.Normal(1), 8)));
    assertThat(values(w)).isNotEqualTo(values(var("v", new Init.Normal(1), 8)));
    assertThat(values(w)).isNotEqualTo(other);
  }

  @Test
  void singlePrecisionIsTheRoundedDouble() {
    Var w = var("w", new Init.Normal(1), 8);
    float[] floats = new float[8];
    Initialiser.fill(w, SEED, floats);
    double[] doubles = values(w);
    for (int i = 0; i < 8; i++) {
      assertThat(floats[i]).isEqualTo((float) doubles[i]);
    }
  }

  @Test
  void refusesWhatDoesNotFit() {
    Var w = var("w", Init.zeros(), 3, 2);
    assertThatThrownBy(() -> Initialiser.fill(w, SEED, new double[5]))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("6 elements, got 5");
    assertThatThrownBy(() -> values(var("d", new Init.TransposeOf(w), 3, 2)))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("transpose of w[3, 2]");
    Var index = new Var("i", Type.index(Shape.of(2)), new Init.Normal(1), false);
    assertThatThrownBy(() -> values(index))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("only reals are drawn");
  }

  private static Var var(String name, Init init, int... dims) {
    return new Var(name, Type.real(Shape.of(dims)), init, true);
  }

  private static double[] values(Var v) {
    double[] into = new double[(int) v.shape().elements()];
    Initialiser.fill(v, SEED, into);
    return into;
  }

  private static double deviation(double[] v) {
    return Math.sqrt(Arrays.stream(v).map(x -> x * x).average().orElseThrow());
  }
}
