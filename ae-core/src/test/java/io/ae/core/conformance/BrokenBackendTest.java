package io.ae.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule for backends is broken once, and the kit says which and how. */
class BrokenBackendTest {
  static Stream<BrokenBackend> broken() {
    return Stream.concat(BrokenKernels.all().stream(), BrokenSessions.all().stream());
  }

  @ParameterizedTest
  @MethodSource("broken")
  void isFound(BrokenBackend broken) {
    List<Check> checks =
        BackendKit.checks(broken.provider()).stream()
            .filter(c -> c.id().equals(broken.rule().name()))
            .toList();

    CheckReport report = CheckReport.run(checks);

    assertThat(report.failures()).isNotEmpty();
    assertThat(report.text()).contains(broken.message());
    assertThat(report.passed()).isEqualTo(broken.rule().level() == Level.SHOULD);
  }

  @Test
  void everyRuleIsBrokenOnceAndForRowsAndColumnsThatOfFillers() {
    Stream<Rule> rules = Arrays.stream(Rule.values()).filter(r -> r.name().startsWith("B"));
    assertThat(broken().map(BrokenBackend::rule))
        .containsExactlyInAnyOrderElementsOf(Stream.concat(rules, Stream.of(Rule.B28)).toList());
  }
}
