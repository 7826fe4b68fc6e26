package io.ae.benchmarks.runner.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void isMarkdown() {
    Table table = new Table("Speed", "In ms.", List.of("item", "ours"));
    table.add(List.of("a|b", Figure.millis(1_234_000)));
    assertThat(table.markdown())
        .isEqualTo(
            """
            ## Speed

            | item | ours |
            | --- | --- |
            | a\\|b | 1.23 |

            In ms.
            """);
    assertThat(table.records().get(0)).containsEntry("ours", "1.23");
    assertThatThrownBy(() -> table.add(List.of("one"))).hasMessageContaining("2 columns");
  }

  @Test
  void figuresHaveThreeDigitsOrSo() {
    assertThat(Figure.of(123_456)).isEqualTo("123,456");
    assertThat(Figure.of(123.4)).isEqualTo("123");
    assertThat(Figure.of(12.34)).isEqualTo("12.3");
    assertThat(Figure.of(.01234)).isEqualTo("0.0123");
    assertThat(Figure.of(0)).isEqualTo("0.00");
    assertThat(Figure.of(Double.NaN)).isEqualTo("–");
    assertThat(Figure.percent(-.0123)).isEqualTo("-1.23 %");
  }
}
