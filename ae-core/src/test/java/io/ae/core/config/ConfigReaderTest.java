package io.ae.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ae.api.AeException;
import io.ae.core.config.SampleConfig.Corruption;
import io.ae.core.config.SampleConfig.Init;
import io.ae.core.config.SampleConfig.Part;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigReaderTest {
  private static SampleConfig read(String json) {
    return new ConfigReader().read(SampleConfig.class, Json.parse(json, "text"), "model");
  }

  private static String refusal(String json) {
    AeException e = catchThrowableOfType(AeException.class, () -> read(json));
    assertThat(e).as("refusal of %s", json).isNotNull();
    return e.text();
  }

  @Test
  void absentKeysKeepTheirDefaults() {
    assertThat(read("{}")).isEqualTo(new SampleConfig());
  }

  @Test
  void everyKindOfComponentIsRead() {
    String json =
        """
        {"hidden": [3], "code": 2, "init": "truncated-normal", "tie": "shared", "note": "n",
         "quiet": true, "seed": 9007199254740993, "rate": 1, "momentum": 0,
         "corruption": {"fraction": 0.5}, "phases": [{}, {"epochs": 3, "to": 4}]}\
        """;
    assertThat(read(json))
        .isEqualTo(
            new SampleConfig(
                List.of(3),
                2,
                Init.TRUNCATED_NORMAL,
                "shared",
                "n",
                true,
                9007199254740993L,
                1.0,
                0,
                new Corruption(.5),
                List.of(new Part(), new Part(3, 0, 4))));
  }

  @Test
  void whatWasWrittenIsReadAsAnEqualConfig() {
    SampleConfig config = read("{\"rate\": 1e-3, \"phases\": [{\"epochs\": 7}], \"hidden\": []}");
    assertThat(read(new ConfigWriter().toJson(config).toString())).isEqualTo(config);
  }

  @Test
  void allProblemsAreReportedAtOnce() {
    assertThat(
            refusal(
                """
                {"hiden": [], "code": 0, "init": "glorott", "tie": 3, "quiet": "yes",
                 "rate": 0, "momentum": 1, "corruption": {"fraction": 1.5},
                 "hidden": [1, 0, "x", 1, 1], "phases": [{"epoch": 2}]}\
                """))
        .isEqualTo(
            """
            AE-C001 model.hiden is no known key. Known in model: code, corruption, hidden, init, \
            momentum, note, phases, quiet, rate, seed, tie. Did you mean 'hidden'?
            AE-C003 model.hidden[1] must be a whole number in [1, 100000]. Got 0.
            AE-C002 model.hidden[2] must be a whole number in [1, 100000]. Got "x".
            AE-C005 model.hidden must have at most 4 elements. Got 5.
            AE-C003 model.code must be a whole number of at least 1. Got 0.
            AE-C004 model.init must be one of truncated-normal, normal, glorot. Got "glorott". \
            Did you mean 'glorot'?
            AE-C002 model.tie must be one of none, init, shared. Got 3.
            AE-C002 model.quiet must be true or false. Got "yes".
            AE-C003 model.rate must be a number above 0. Got 0.
            AE-C003 model.momentum must be a number in [0, 1). Got 1.
            AE-C003 model.corruption.fraction must be a number in [0, 1]. Got 1.5.
            AE-C001 model.phases[0].epoch is no known key. Known in model.phases[0]: epochs, \
            from, to. Did you mean 'epochs'?\
            """);
  }

  @Test
  void eachProblemKeepsItsCodeAndPath() {
    ConfigException e =
        catchThrowableOfType(
            ConfigException.class, () -> read("{\"code\": 0, \"corruption\": {\"x\": 1}}"));
    assertThat(e.problems())
        .extracting(Problem::code, Problem::path)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("AE-C003", "model.code"),
            org.assertj.core.groups.Tuple.tuple("AE-C001", "model.corruption.x"));
    assertThat(e.code()).isEqualTo("AE-C003");
  }

  @Test
  void wholeNumbersAreWholeAndFit() {
    assertThat(refusal("{\"code\": 2.0}"))
        .isEqualTo("AE-C002 model.code must be a whole number of at least 1. Got 2.0.");
    assertThat(refusal("{\"code\": 3000000000}"))
        .isEqualTo("AE-C003 model.code must be a whole number of at least 1. Got 3000000000.");
    assertThat(refusal("{\"seed\": 9223372036854775808}"))
        .isEqualTo(
            "AE-C003 model.seed must be a whole number in [-9223372036854775808,"
                + " 9223372036854775807]. Got 9223372036854775808.");
  }

  @Test
  void numbersAreFinite() {
    assertThat(refusal("{\"rate\": 1e999}"))
        .startsWith("AE-C003 model.rate must be a number above");
  }

  @Test
  void nullIsAllowedWhereTheDefaultIsNull() {
    assertThat(read("{\"rate\": null}").rate()).isNull();
    assertThat(refusal("{\"code\": null}"))
        .isEqualTo("AE-C002 model.code must be a whole number of at least 1. Got null.");
    assertThat(refusal("{\"hidden\": [null]}"))
        .isEqualTo("AE-C002 model.hidden[0] must be a whole number in [1, 100000]. Got null.");
  }

  @Test
  void aConstructorsOwnRefusalIsOneOfTheProblems() {
    assertThat(refusal("{\"phases\": [{\"from\": 5, \"to\": 4}], \"code\": 0}"))
        .isEqualTo(
            """
            AE-C003 model.code must be a whole number of at least 1. Got 0.
            AE-C009 model.phases[0]: to (4) comes before from (5).\
            """);
  }

  @Test
  void aConfigIsAnObject() {
    assertThatThrownBy(
            () -> new ConfigReader().read(SampleConfig.class, Json.parse("[1]", "text"), ""))
        .hasMessage("the config must be an object. Got [1].");
    assertThat(refusal("{\"corruption\": 0.5}"))
        .isEqualTo("AE-C002 model.corruption must be an object. Got 0.5.");
  }

  @Test
  void configsMadeInCodeAreTestedByTheSameRules() {
    SampleConfig d = new SampleConfig();
    SampleConfig bad =
        new SampleConfig(
            List.of(0),
            0,
            d.init(),
            "both",
            d.note(),
            d.quiet(),
            d.seed(),
            Double.NaN,
            d.momentum(),
            new Corruption(1.5),
            d.phases());
    assertThat(ConfigCheck.problems(bad, "model").stream().map(Problem::text))
        .containsExactly(
            "AE-C003 model.hidden[0] must be a whole number in [1, 100000]. Got 0.",
            "AE-C003 model.code must be a whole number of at least 1. Got 0.",
            "AE-C004 model.tie must be one of none, init, shared. Got \"both\".",
            "AE-C003 model.rate must be a number above 0. Got NaN.",
            "AE-C003 model.corruption.fraction must be a number in [0, 1]. Got 1.5.");
    assertThat(ConfigCheck.require(d, "model")).isSameAs(d);
    assertThatThrownBy(() -> ConfigCheck.require(bad, "model")).isInstanceOf(ConfigException.class);
  }

  /** No constructor without arguments. */
  public record NoDefaults(int a) {}

  /** A component that configs do not support. */
  public record Strange(Map<String, Integer> map) {
    /** Defaults. */
    public Strange() {
      this(Map.of());
    }
  }

  @Test
  void anAuthorsMistakesAreNamed() {
    assertThatThrownBy(
            () -> new ConfigReader().read(NoDefaults.class, Json.parse("{}", "text"), ""))
        .isInstanceOfSatisfying(AeException.class, e -> assertThat(e.code()).isEqualTo("AE-C010"))
        .hasMessageContaining("needs a constructor without arguments: the defaults");
    assertThatThrownBy(() -> new ConfigReader().read(Strange.class, Json.parse("{}", "text"), ""))
        .hasMessageEndingWith(
            "component 'map' is a java.util.Map<java.lang.String, java.lang.Integer>; wanted int,"
                + " long, double, boolean, String, an enum, a record or a List of these");
  }
}
