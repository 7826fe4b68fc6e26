package io.ae.benchmarks.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.ae.benchmarks.common.WorkItem;
import io.ae.benchmarks.common.WorkItems;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final Bar BAR = new Bar(2, 1.4);

  @Test
  void theRatioCounts() {
    Verdict verdict = Verdict.of(BAR, 2.1, 3, 6.3);
    assertThat(verdict.held()).isTrue();
    assertThat(verdict.text()).isEqualTo("held: ratio 2.10 of 2.00");
    verdict = Verdict.of(BAR, 1.9, 1.2, 2.28);
    assertThat(verdict.held()).isFalse();
    assertThat(verdict.text())
        .isEqualTo("missed: ratio 1.90 of 2.00, which the floor allows (best peer ÷ floor 2.28)");
  }

  @Test
  void theShareCountsWhereTheFloorForbidsTheRatio() {
    Verdict verdict = Verdict.of(BAR, 1.3, 1.39, 1.81);
    assertThat(verdict.held()).isTrue();
    assertThat(verdict.text())
        .isEqualTo(
            "held: floor share 1.39, at most 1.40; the floor forbids ratio 2.00"
                + " (best peer ÷ floor 1.81)");
    assertThat(Verdict.of(BAR, 1.2, 1.5, 1.8).held()).isFalse();
  }

  @Test
  void noItemIsSlowerThanAPeer() {
    assertThat(Verdict.of(BAR, .99, 1.1, 1.09).held()).isFalse();
  }

  @Test
  void everyItemHasABar() {
    for (WorkItem item : WorkItems.all()) {
      assertThat(Bar.of(item.id()).ratio()).as(item.id()).isBetween(1.5, 3.0);
    }
    assertThat(Bar.of("hinton")).isEqualTo(new Bar(2, 1.15));
  }
}
