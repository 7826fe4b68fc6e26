package io.ae.benchmarks.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatsTest {
  @Test
  void medianIsTheMiddle() {
    assertThat(Stats.median(List.of(3.0, 1.0, 100.0))).isEqualTo(3);
    assertThat(Stats.median(List.of(4.0, 1.0, 2.0, 100.0))).isEqualTo(3);
    assertThat(Stats.median(List.of())).isNaN();
  }

  @Test
  void aDisturbedRoundFallsOutOfARatio() {
    // The second round was twice as slow for both; the third for one alone.
    List<Double> peer = List.of(3.0, 6.0, 3.0);
    List<Double> ours = List.of(1.0, 2.0, 9.0);
    assertThat(Stats.pairedRatio(peer, ours)).isEqualTo(3);
  }
}
