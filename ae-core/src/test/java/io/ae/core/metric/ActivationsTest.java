package io.ae.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ae.api.CodeKind;
import io.ae.api.Codes;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActivationsTest {
  private static Activations of(int width, float... values) {
    List<String> ids = java.util.Collections.nCopies(values.length / width, "");
    return Activations.of(new Codes(CodeKind.real(), values, width, ids));
  }

  @Test
  void oneActiveUnitIsWhollySparse() {
    Activations one = of(4, 0, 1, 0, 0, .6f, 0, 0, 0);
    assertThat(one.mean()).isCloseTo(.2, within(1e-7));
    assertThat(one.aboveHalf()).isEqualTo(.25);
    assertThat(one.nearZero()).isEqualTo(.75);
    assertThat(one.sparseness()).isCloseTo(1, within(1e-7));
  }

  @Test
  void equalUnitsAreNotSparseWhateverTheirSignAndScale() {
    assertThat(of(4, -3, 3, 3, -3).sparseness()).isCloseTo(0, within(1e-7));
    assertThat(of(4, 0, 0, 0, 0).sparseness()).isZero();
  }
}
