package io.ae.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ae.api.CodeKind;
import io.ae.api.Codes;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CodeStatisticsTest {
  @Test
  void tellsDeadUnitsFromSaturatedOnes() {
    float[] values = new float[40 * 3];
    for (int i = 0; i < 40; i++) {
      values[3 * i] = i / 40f;
      values[3 * i + 1] = .5f + i * 1e-5f;
      values[3 * i + 2] = i % 2 == 0 ? .001f : .999f;
    }
    CodeStatistics found = CodeStatistics.of(codes(values, 3));

    assertThat(found.units())
        .extracting(CodeStatistics.Unit::dead)
        .containsExactly(false, true, false);
    assertThat(found.units())
        .extracting(CodeStatistics.Unit::saturated)
        .containsExactly(false, false, true);
    assertThat(found.units().get(0).mean()).isCloseTo(.4875, within(1e-6));
    assertThat(found.units().get(2).deviation()).isCloseTo(.499, within(1e-6));
    assertThat(found.dead()).isEqualTo(1);
    assertThat(found.saturated()).isEqualTo(1);
  }

  @Test
  void codesWithoutBoundsDoNotSaturate() {
    CodeStatistics found = CodeStatistics.of(codes(new float[] {0, 5, 0, 5, 0, 5, 0, -5}, 1));

    assertThat(found.saturated()).isZero();
    assertThat(found.units().get(0).low()).isEqualTo(-5);
    assertThat(found.units().get(0).high()).isEqualTo(5);
  }

  private static Codes codes(float[] values, int width) {
    List<String> ids =
        IntStream.range(0, values.length / width).mapToObj(Integer::toString).toList();
    return new Codes(CodeKind.real(), values, width, ids);
  }
}
