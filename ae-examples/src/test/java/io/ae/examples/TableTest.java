package io.ae.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

class TableTest {
  private static Table table() {
    return new Table().column("what", "%s").column("mse", "%.3f").row("a", 1.5).row("long", .25);
  }

  @Test
  void textsStandLeftAndNumbersRight() {
    assertThat(table().lines()).containsExactly("what    mse", "a     1.500", "long  0.250");
  }

  @Test
  void recordsKeepTheNumbers() {
    assertThat(table().records().get(1)).containsExactly(entry("what", "long"), entry("mse", .25));
  }

  @Test
  void aRowHasAValueForEachColumn() {
    assertThatIllegalArgumentException().isThrownBy(() -> table().row("b"));
  }
}
