package io.ae.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListingCommandsTest {
  private static List<String> ids(JsonNode list) {
    List<String> ids = new ArrayList<>();
    list.forEach(one -> ids.add(one.get("id").asText()));
    return ids;
  }

  @Test
  void backendsAreListedWithWhatTheyCan() {
    Run run = Run.of("backends", "--json");

    assertThat(run.code()).isZero();
    JsonNode java = null;
    for (JsonNode backend : run.json().get("backends")) {
      assertThat(backend.has("available") && backend.has("reason") && backend.has("remedy"))
          .isTrue();
      java = backend.get("id").asText().equals("java") ? backend : java;
    }
    assertThat(java).isNotNull();
    assertThat(java.get("available").asBoolean()).isTrue();
    assertThat(run.out().strip().lines()).hasSize(1);
    assertThat(Run.of("backends").out()).contains("java").contains("auto: '");
  }

  @Test
  void pluginsAreListed() {
    Run run = Run.of("plugins", "--json");

    assertThat(run.code()).isZero();
    assertThat(ids(run.json().get("plugins"))).contains("contractive", "dense", "linear", "sparse");
    assertThat(ids(run.json().get("data"))).contains("glyphs");
  }

  @Test
  void aPluginIsDescribedWithItsConfigAndPaper() {
    Run run = Run.of("describe", "dense");

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("Paper: ", "model.hidden = ", "model.code = ");
    assertThat(Run.of("describe", "dense", "--json").json().get("config").size()).isGreaterThan(5);
  }

  @Test
  void presetsAreDescribedAndLieUnderWhatIsSet() {
    JsonNode listing =
        Run.of("describe", "contractive", "--json").json().get("presets").get("listing");
    assertThat(listing.get("model").get("tie").asText()).isEqualTo("none");
    assertThat(Run.of("describe", "contractive").out()).contains("--preset listing");

    Run run =
        Run.of(
            "train",
            "--dry-run",
            "--model",
            "contractive",
            "--preset",
            "listing",
            "--backend",
            "java",
            "--set",
            "train.batch=50");

    assertThat(run.out())
        .contains("\"batch\" : 50", "\"epochs\" : 3", "\"output\" : \"linear\"")
        .contains("\"factor\" : 0.001", "\"tie\" : \"none\"");
    assertThat(run.code()).isZero();
  }

  @Test
  void anUnknownPluginIsRefusedWithASuggestion() {
    Run run = Run.of("describe", "dence");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("AE-P001 ").contains("Did you mean 'dense'?");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void optionsThatAreNotUnderstoodAreAMistake() {
    Run run = Run.of("plugins", "--jsn");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("AE-X001 Unknown option: '--jsn'").contains("--json");
    assertThat(Run.of("trane").code()).isEqualTo(2);
    assertThat(Run.of("backends", "--threads", "many").err()).startsWith("AE-X001 ");
  }

  @Test
  void globalOptionsStandBeforeOrAfterTheCommand() {
    assertThat(Run.of("--json", "plugins").json().has("plugins")).isTrue();
    assertThat(Run.of("plugins", "--plugin-path", "/no/such/folder").err()).startsWith("AE-P004 ");
  }

  @Test
  void examplesAreListed() {
    assertThat(Run.of("examples").out()).contains("ae train --data glyphs");
    assertThat(Run.of("examples", "--json").json().get("examples").size()).isPositive();
  }

  @Test
  void anExampleIsRunAndDrawn(@TempDir Path folder) {
    Path picture = folder.resolve("toys.png");
    Run run = Run.of("examples", "toys", "--json", "--out", picture.toString());

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.json().get("rows").get(0).get("back").asText()).isEqualTo("1000");
    assertThat(picture).exists();
  }

  @Test
  void anExampleTrainsFromTheSeedOfTheCommand(@TempDir Path folder) {
    String picture = folder.resolve("toys.png").toString();
    var unsaid = Run.of("examples", "toys", "--json", "--out", picture).json().get("rows");
    var said = Run.of("examples", "toys", "--json", "--out", picture, "--seed", "42").json();
    var other = Run.of("examples", "toys", "--json", "--out", picture, "--seed", "1").json();

    assertThat(said.get("rows")).isEqualTo(unsaid);
    assertThat(other.get("rows")).isNotEqualTo(unsaid);
  }

  @Test
  void anUnknownExampleIsRefused() {
    assertThat(Run.of("examples", "toy").err()).startsWith("AE-X021 No example 'toy'");
    assertThat(Run.of("examples", "toys", "--data", "glyphs").err()).startsWith("AE-X022 ");
    assertThat(Run.of("examples", "--data", "glyphs").err()).startsWith("AE-X001 ");
    assertThat(Run.of("examples", "--seed", "1").err()).startsWith("AE-X001 ");
  }

  @Test
  void theReadmeListsTheSameExamples() throws IOException {
    String readme = Files.readString(Path.of("README.md"));

    assertThat(Examples.all())
        .allSatisfy(
            e -> assertThat(readme).contains("| " + e.title() + " | `" + e.command() + "`"));
  }

  @Test
  void completionKnowsTheCommands() {
    assertThat(Run.of("completion").out()).contains("describe", "complete -F");
  }

  @Test
  void withoutACommandTheHelpIsShown() {
    assertThat(Run.of().code()).isZero();
    assertThat(Run.of().out()).contains("Usage: ae", "backends");
  }
}
