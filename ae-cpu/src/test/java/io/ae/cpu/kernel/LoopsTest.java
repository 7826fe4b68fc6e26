package io.ae.cpu.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LoopsTest {
  private static final float[] NUMBERS = {
    Float.NEGATIVE_INFINITY,
    -Float.MAX_VALUE,
    -1,
    -Float.MIN_VALUE,
    -0f,
    0f,
    Float.MIN_VALUE,
    2 * Float.MIN_VALUE,
    Math.nextDown(1f),
    1,
    Float.MAX_VALUE,
    Float.POSITIVE_INFINITY,
    Float.NaN
  };

  @Test
  void numbersOfEveryKindAreCompared() {
    int n = NUMBERS.length;
    float[] greater = new float[n];
    float[] notLess = new float[n];
    for (float x : NUMBERS) {
      float[] all = new float[n];
      Arrays.fill(all, x);
      Loops.greater(all, NUMBERS, greater, n);
      Loops.greaterOrEqual(all, NUMBERS, notLess, n);
      for (int i = 0; i < n; i++) {
        assertThat(greater[i]).as("%s > %s", x, NUMBERS[i]).isEqualTo(x > NUMBERS[i] ? 1 : 0);
        assertThat(notLess[i]).as("%s >= %s", x, NUMBERS[i]).isEqualTo(x >= NUMBERS[i] ? 1 : 0);
      }
    }
  }
}
