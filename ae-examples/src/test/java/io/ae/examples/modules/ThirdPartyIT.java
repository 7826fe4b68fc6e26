package io.ae.examples.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ae.examples.modules.Run.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Jars of third parties, built on this build's jars, and found wherever they may lie. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "starts the shell launcher")
class ThirdPartyIT {

  private static final List<String> PROJECTS =
      List.of("dropout-plugin", "counting-backend", "gap-plugin", "future-plugin");

  /** Surefire's closing line of one run. */
  private static final Pattern CLOSING =
      Pattern.compile("(?m)^\\[INFO] Tests run: (\\d+), Failures: 0, Errors: 0, Skipped: 0$");

  @TempDir static Path work;

  private static Run run;
  private static String log;

  /** Where a third party's jar may lie. */
  private enum Place {
    MODULE_PATH,
    CLASS_PATH,
    PLUGIN_PATH,
    PLUGINS_FOLDER
  }

  @BeforeAll
  static void build() throws Exception {
    run = new Run(work, 300);
    log = ThirdParties.build(run);
  }

  @Test
  void conformOnTheModulePathAndOnTheClassPath() {
    List<Integer> runs =
        CLOSING.matcher(log).results().map(r -> r.group(1)).map(Integer::valueOf).toList();
    assertThat(runs).as("runs of the two kits, each on both paths").hasSize(4);
    assertThat(runs).allMatch(tests -> tests > 10);
    assertThat(runs.get(0)).isEqualTo(runs.get(1));
    assertThat(runs.get(2)).isEqualTo(runs.get(3));
  }

  @ParameterizedTest
  @EnumSource
  void areListedAndTheBrokenHarmNothing(Place place) throws Exception {
    JsonNode plugins = json(at(place, "plugins", "--json")).get("plugins");
    assertThat(entry(plugins, "dropout").get("available").asBoolean()).isTrue();
    assertThat(entry(plugins, "dense").get("available").asBoolean()).isTrue();
    assertThat(entry(plugins, "org.example.gap.GapPlugin").get("available").asBoolean()).isFalse();
    assertThat(entry(plugins, "org.example.gap.GapPlugin").get("reason").asText())
        .isEqualTo("class org.example.gap.Missing is missing");
    assertThat(entry(plugins, "future").get("available").asBoolean()).isFalse();
    assertThat(entry(plugins, "future").get("reason").asText())
        .contains("needs API 2, this is API 1");

    JsonNode backends = json(at(place, "backends", "--json")).get("backends");
    assertThat(entry(backends, "counting").get("available").asBoolean()).isTrue();
    assertThat(entry(backends, "java").get("available").asBoolean()).isTrue();
  }

  @Test
  void trainTogetherAndTheModelOutlivesThem() throws Exception {
    String model = work.resolve("m.ae").toString();
    JsonNode trained =
        json(
            at(
                Place.PLUGIN_PATH,
                "train",
                "--model=dropout",
                "--backend=counting",
                "--data=glyphs",
                "--epochs=1",
                "--set=model.code=8",
                "--out=" + model,
                "--quiet",
                "--json"));
    assertThat(trained.get("plugin").asText()).isEqualTo("dropout");
    assertThat(trained.get("backend").asText()).isEqualTo("counting");

    JsonNode evaluated =
        json(
            run.launcher(
                Run.HOME, List.of("evaluate", model, "--data=glyphs", "--backend=java", "--json")));
    assertThat(evaluated.get("plugin").asText()).isEqualTo("dropout");
    assertThat(evaluated.get("mse").asDouble())
        .as("without the jars, from the graphs in the file")
        .isCloseTo(trained.get("mse").asDouble(), within(1e-6));
  }

  private static Outcome at(Place place, String... command) throws Exception {
    List<Path> jars = PROJECTS.stream().map(ThirdParties::jar).toList();
    List<String> arguments = List.of(command);
    return switch (place) {
      case MODULE_PATH -> run.onModulePath(jars, arguments);
      case CLASS_PATH -> run.onClassPath(jars, arguments);
      case PLUGIN_PATH ->
          run.launcher(
              Run.HOME,
              Stream.concat(
                      arguments.stream(), Stream.of("--plugin-path", folder("more").toString()))
                  .toList());
      case PLUGINS_FOLDER -> run.launcher(homeWithPlugins(), arguments);
    };
  }

  /** A folder with all the jars. */
  private static Path folder(String name) throws IOException {
    Path folder = Files.createDirectories(work.resolve(name));
    for (String project : PROJECTS) {
      Path jar = folder.resolve(project + ".jar");
      if (!Files.exists(jar)) {
        Files.copy(ThirdParties.jar(project), jar);
      }
    }
    return folder;
  }

  /** The launcher's folder once more, with the jars in {@code plugins/}. */
  private static Path homeWithPlugins() throws IOException {
    Path home = work.resolve("home");
    if (!Files.exists(home)) {
      folder("home/plugins");
      for (String part : List.of("bin", "mods", "lib")) {
        Files.createDirectories(home.resolve(part));
        try (Stream<Path> files = Files.list(Run.HOME.resolve(part))) {
          for (Path file : files.toList()) {
            Files.copy(file, home.resolve(part).resolve(file.getFileName().toString()));
          }
        }
      }
    }
    return home;
  }

  private static JsonNode json(Outcome outcome) throws IOException {
    assertThat(outcome.code()).as(outcome.err()).isZero();
    return new ObjectMapper().readTree(outcome.out());
  }

  private static JsonNode entry(JsonNode list, String id) {
    for (JsonNode node : list) {
      if (node.get("id").asText().equals(id)) {
        return node;
      }
    }
    throw new AssertionError("no '" + id + "' in " + list.toPrettyString());
  }
}
