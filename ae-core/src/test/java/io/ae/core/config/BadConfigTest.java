package io.ae.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BadConfigTest {
  static Stream<BadConfig> all() {
    return BadConfig.of(SampleConfig.class, "model").stream();
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyOneIsRefusedOnceByCodeAndPath(BadConfig bad) {
    ConfigException e =
        catchThrowableOfType(
            ConfigException.class,
            () -> new ConfigReader().read(SampleConfig.class, bad.tree(), "model"));
    assertThat(e).as("refusal of %s", bad.tree()).isNotNull();
    assertThat(e.problems())
        .extracting(Problem::code, Problem::path)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(bad.code(), bad.path()));
    assertThat(e.getMessage()).contains(bad.path());
  }

  @Test
  void everyConstraintIsTried() {
    assertThat(all().map(bad -> bad.code() + " " + bad.path()))
        .contains(
            "AE-C001 model.no-such-key",
            "AE-C002 model.hidden",
            "AE-C002 model.hidden[0]",
            "AE-C003 model.hidden[0]",
            "AE-C005 model.hidden",
            "AE-C004 model.init",
            "AE-C004 model.tie",
            "AE-C003 model.momentum",
            "AE-C003 model.corruption.fraction",
            "AE-C001 model.corruption.no-such-key",
            "AE-C003 model.phases[0].epochs");
    assertThat(all().filter(bad -> bad.path().equals("model.momentum"))).hasSize(4);
  }
}
