package io.ae.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class QuantiserTest {
  @Test
  void aValueComesBackWithinHalfAStep() {
    float[] codes = new float[200];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = (float) Math.sin(i) * (i % 2 == 0 ? 1 : 100);
    }
    Quantiser quantiser = Quantiser.of(codes, 2);

    float[] restored = quantiser.restore(quantiser.quantise(codes));

    for (int i = 0; i < codes.length; i++) {
      double step = (quantiser.high()[i % 2] - quantiser.low()[i % 2]) / 255;
      assertThat(Math.abs(restored[i] - codes[i])).isLessThanOrEqualTo((float) (.501 * step));
    }
  }

  @Test
  void endsAreExactAndWhatLiesBeyondBecomesAnEnd() {
    Quantiser quantiser = new Quantiser(new float[] {-2}, new float[] {6});

    byte[] bytes = quantiser.quantise(new float[] {-2, 6, -100, 100, 2});

    assertThat(bytes).containsExactly(0, (byte) 255, 0, (byte) 255, (byte) 128);
    assertThat(quantiser.restore(bytes)).startsWith(-2, 6, -2, 6);
  }

  @Test
  void aUnitThatNeverVariesComesBackAsItIs() {
    Quantiser quantiser = Quantiser.of(new float[] {.3f, .3f}, 1);

    assertThat(quantiser.restore(quantiser.quantise(new float[] {.3f}))).containsExactly(.3f);
  }

  @Test
  void rangesThatAreNoneAreRefused() {
    assertThatThrownBy(() -> new Quantiser(new float[] {1}, new float[] {0}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Quantiser(new float[] {Float.NaN}, new float[] {0}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
