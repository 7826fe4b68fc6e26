package io.ae.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ae.core.Ae;
import io.ae.core.data.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepCommandTest {
  @TempDir Path folder;

  private static SweepRun run(String code, String hidden, double error) {
    return new SweepRun(
        List.of(code, hidden), List.of(1L), List.of(Map.of("squaredError", error)), null);
  }

  @Test
  void thePageShowsEverySetting() throws IOException {
    Path page = folder.resolve("sweep.html");

    Run run =
        Run.of(
            ("sweep --data glyphs,count=60 --epochs 1 --batch 32 --backend java --threads 1 --quiet"
                    + " --vary model.code=[4,1] --vary model.hidden=[[5],[7]] --json --report "
                    + page)
                .split(" "));

    assertThat(run.err()).isEmpty();
    JsonNode json = run.json();
    assertThat(json.get("report").asText()).isEqualTo(page.toString());
    assertThat(json.get("series")).hasSize(2);
    JsonNode first = json.get("series").get(0);
    assertThat(first.get("axis").asText()).isEqualTo("model.code");
    assertThat(first.get("others").get(0).asText()).isEqualTo("model.hidden=[5]");
    assertThat(first.get("values").toString()).isEqualTo("[1,4]");
    assertThat(first.get("pcaSquaredError").get(0).asDouble())
        .isGreaterThan(first.get("pcaSquaredError").get(1).asDouble());
    assertThat(Files.readString(page))
        .contains("hidden [5]</h3>", "hidden [7]</h3>", ", code 4\"", "\"name\":\"PCA\"");
  }

  @Test
  void theErrorFallsOnlyIfItDoesAtEveryStep() {
    Variations variations = Variations.parse(List.of("model.code=[8,2,4]", "model.hidden=[3,5]"));
    List<SweepRun> runs =
        List.of(
            run("8", "3", 1),
            run("8", "5", 3),
            run("2", "3", 3),
            run("2", "5", 4),
            run("4", "3", 2),
            run("4", "5", 3));

    List<SweepSeries> series = SweepSeries.of(variations, runs);

    assertThat(series.get(0).values()).containsExactly("2", "4", "8");
    assertThat(series.get(0).rises()).isEmpty();
    assertThat(series.get(1).rises()).containsExactly("8");
    assertThat(SweepSeries.verdict(series, "model.code"))
        .isEqualTo("It does not fall everywhere: hidden 5 at code 8.");
    assertThat(SweepSeries.verdict(series.subList(0, 1), "model.code"))
        .isEqualTo("It falls with every larger code.");
  }

  @Test
  void theRowsShownAreOneOfEachClass() {
    try (Ae ae = Ae.create()) {
      Dataset rows = SweepRows.choose(ae.data("glyphs,count=300").train());
      assertThat(rows.size()).isEqualTo(10);
      TreeSet<Integer> labels = new TreeSet<>();
      for (int label : rows.labels()) {
        labels.add(label);
      }
      assertThat(labels).hasSize(10);
    }
  }
}
