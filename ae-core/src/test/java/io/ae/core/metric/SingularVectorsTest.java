package io.ae.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SingularVectorsTest {
  /** Twice the first of two slanted axes, five times the second. */
  private static final float[][] MATRIX = {{1.2f, 1.6f, 0}, {-4, 3, 0}};

  @Test
  void theStrongestDirectionIsFirst() {
    SingularVectors found = SingularVectors.of(MATRIX, 2);

    assertThat(found.values()).containsExactly(new double[] {5, 2}, within(1e-6));
    double sign = Math.signum(found.right()[0][1]);
    assertThat(found.right()[0])
        .containsExactly(new double[] {-.8 * sign, .6 * sign, 0}, within(1e-6));
  }

  @Test
  void tallMatricesDoToo() {
    assertThat(SingularVectors.of(new float[][] {{3}, {4}}, 1).values()[0])
        .isCloseTo(5, within(1e-6));
  }

  @Test
  void thereAreNoMoreThanTheSmallerSide() {
    assertThatIllegalArgumentException().isThrownBy(() -> SingularVectors.of(MATRIX, 3));
  }
}
