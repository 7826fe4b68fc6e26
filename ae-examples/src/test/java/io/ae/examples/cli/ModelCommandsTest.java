package io.ae.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCommandsTest {
  private static final List<String> TINY =
      List.of(
          "--data",
          "glyphs,count=120",
          "--epochs",
          "2",
          "--batch",
          "32",
          "--backend",
          "java",
          "--set",
          "model.hidden=[12]",
          "--set",
          "model.code=2",
          "--threads",
          "1",
          "--quiet");

  @TempDir static Path folder;
  private static Path model;
  private static Run trained;

  @BeforeAll
  static void train() {
    model = folder.resolve("m.ae");
    trained = tiny("train", "--json", "--out", model.toString());
  }

  private static Run tiny(String command, String... more) {
    List<String> args = new ArrayList<>(List.of(command));
    args.addAll(TINY);
    args.addAll(List.of(more));
    return Run.of(args.toArray(String[]::new));
  }

  private static Run on(String command, String... more) {
    List<String> args = new ArrayList<>(List.of(command, model.toString()));
    args.addAll(List.of(more));
    args.addAll(List.of("--backend", "java", "--threads", "1"));
    return Run.of(args.toArray(String[]::new));
  }

  private static void hasFigures(Run run) {
    JsonNode json = run.json();
    assertThat(json.get("plugin").asText()).isEqualTo("dense");
    assertThat(json.get("backend").asText()).isEqualTo("java");
    assertThat(json.get("epochs").asInt()).isEqualTo(2);
    assertThat(json.get("parameters").asLong())
        .isEqualTo(784 * 12 + 12 + 12 * 2 + 2 + 2 * 12 + 12 + 12 * 784 + 784);
    assertThat(json.get("mse").asDouble()).isBetween(0.01, .5);
    assertThat(json.get("squaredError").asDouble() / json.get("mse").asDouble())
        .isBetween(783.99, 784.01);
    assertThat(json.get("trainSeconds").asDouble()).isPositive();
    assertThat(json.get("samplesPerSecond").asDouble()).isPositive();
  }

  @Test
  void trainingGivesTheFiguresAndTheModel() throws IOException {
    assertThat(trained.err()).isEmpty();
    assertThat(trained.code()).isZero();
    assertThat(trained.out().strip().lines()).hasSize(1);
    hasFigures(trained);
    assertThat(model).isNotEmptyFile();
    assertThat(folder.resolve("m.checkpoint.ae")).doesNotExist();
  }

  @Test
  void evaluationAgreesWithTraining() {
    Run run = on("evaluate", "--json");

    hasFigures(run);
    assertThat(run.json().get("mse").asDouble())
        .isCloseTo(trained.json().get("mse").asDouble(), withPercentage(.01));
    assertThat(run.json().get("knnAccuracy").asDouble()).isBetween(0., 1.);
    assertThat(on("evaluate", "--knn", "rows").out()).contains("10-NN accuracy of rows");
  }

  @Test
  void aLinearProbeTellsClassesOnlyIfAskedFor() {
    JsonNode json = on("evaluate", "--knn", "none", "--probe", "rows", "--json").json();
    assertThat(json.get("probePixelAccuracy").asDouble()).isBetween(.1, 1.);
    assertThat(json.get("probeAccuracy").asDouble()).isBetween(0., 1.);
    assertThat(json.has("knnAccuracy")).isFalse();
    assertThat(on("evaluate", "--json").json().has("probeAccuracy")).isFalse();
    assertThat(on("evaluate", "--probe", "codes").out())
        .contains("Linear probe of codes")
        .doesNotContain("Linear probe of rows");
  }

  @Test
  void codesAndTheEncodersJacobianAreMeasuredIfAskedFor() {
    Run run = on("evaluate", "--knn", "none", "--activations", "--jacobian", "5", "--json");
    JsonNode json = run.json();
    assertThat(json.get("jacobianRows").asInt()).isEqualTo(5);
    assertThat(json.get("spectrum").size()).isEqualTo(2);
    assertThat(json.get("meanJacobianNorm").asDouble())
        .isBetween(json.get("spectrum").get(0).asDouble(), 1e3);
    assertThat(json.get("activationsNearZero").asDouble()).isBetween(0., 1.);
    assertThat(on("evaluate", "--jacobian", "2").out()).contains("Its singular value 2");
    assertThat(on("evaluate", "--json").json().has("spectrum")).isFalse();
  }

  @Test
  void unitsAreDrawn() {
    Path png = folder.resolve("filters.png");
    assertThat(on("evaluate", "--knn", "none", "--filters", png.toString()).code()).isZero();
    assertThat(png).isNotEmptyFile();
  }

  @Test
  void codesGoOutAndComeBack() throws IOException {
    Path csv = folder.resolve("codes.csv");
    Path rows = folder.resolve("rows.csv");

    assertThat(on("encode", "--out", csv.toString()).code()).isZero();
    assertThat(Files.readAllLines(csv)).hasSize(13).first().isEqualTo("id,c0,c1");
    Run decoded = on("decode", "--codes", csv.toString(), "--out", rows.toString());
    assertThat(decoded.err()).isEmpty();
    assertThat(decoded.code()).isZero();
    Path again = folder.resolve("again.csv");
    on("reconstruct", "--out", again.toString());
    assertThat(Files.readAllLines(rows)).isEqualTo(Files.readAllLines(again));
  }

  @Test
  void picturesAreWritten() {
    Path png = folder.resolve("r.png");

    assertThat(on("reconstruct", "--out", png.toString(), "--json").json().get("rows").asInt())
        .isEqualTo(12);
    assertThat(png).isNotEmptyFile();
  }

  @Test
  void aReportIsWrittenWithItsMap() throws IOException {
    Path page = folder.resolve("r.html");

    Run run = on("report", "--out", page.toString(), "--json");

    assertThat(run.code()).isZero();
    assertThat(Files.readString(page)).contains("dense on glyphs,count=120", "Map of the codes");
    assertThat(Path.of(run.json().get("map").asText())).isNotEmptyFile();
  }

  @Test
  void aModelFileTellsWhereItComesFrom() {
    JsonNode json = Run.of("info", model.toString(), "--json").json();

    assertThat(json.get("data").asText()).isEqualTo("glyphs,count=120");
    assertThat(json.get("rows").asInt()).isEqualTo(108);
    assertThat(json.get("config").get("hidden").get(0).asInt()).isEqualTo(12);
    assertThat(json.get("checkpoint").asBoolean()).isFalse();
  }

  @Test
  void trainingGoesOnFromAModel() {
    Run run =
        Run.of(
            "train",
            "--from",
            model.toString(),
            "--data",
            "glyphs,count=120",
            "--epochs",
            "1",
            "--batch",
            "32",
            "--backend",
            "java",
            "--quiet",
            "--json");

    assertThat(run.err()).isEmpty();
    assertThat(run.json().get("mse").asDouble())
        .isLessThan(1.2 * trained.json().get("mse").asDouble());
  }

  @Test
  void aStoppedRunGoesOnToTheSameNumbers() {
    Path stopped = folder.resolve("stopped.ae");
    Stopped.afterAnEpoch(stopped, "--data", "glyphs,count=120", "--set", "model.hidden=[12]");

    assertThat(Run.of("info", stopped.toString()).out()).contains("checkpoint");
    Run run = Run.of("train", "--resume", stopped.toString(), "--quiet", "--json");

    assertThat(run.err()).isEmpty();
    assertThat(run.json().get("epochs").asInt()).isEqualTo(2);
    assertThat(run.json().get("mse").asDouble()).isEqualTo(trained.json().get("mse").asDouble());
  }

  @Test
  void aDryRunTrainsNothing() {
    Path none = folder.resolve("none.ae");

    Run run = tiny("train", "--dry-run", "--json", "--out", none.toString());

    assertThat(run.json().get("steps").asLong()).isEqualTo(8);
    assertThat(run.json().get("seconds").asDouble()).isPositive();
    assertThat(none).doesNotExist();
  }

  @Test
  void aSweepComparesEveryCombination() throws IOException {
    Path table = folder.resolve("sweep.csv");

    Run run =
        tiny(
            "sweep",
            "--json",
            "--vary",
            "model.code=[1,2]",
            "--vary",
            "train.rate=[0.001,0.01]",
            "--seeds",
            "2",
            "--out",
            table.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.json().get("runs").size()).isEqualTo(4);
    assertThat(Files.readAllLines(table))
        .hasSize(9)
        .first()
        .asString()
        .startsWith("model.code,train.rate,seed,mse,");
  }

  @Test
  void theEffectiveConfigIsPrinted() {
    Run run =
        Run.of(
            "train", "--dry-run", "--data", "glyphs,count=50", "--backend", "java", "--seed", "7");

    assertThat(run.out()).contains("\"seed\" : 7", "\"plugin\" : \"dense\"", "backend java: ");
  }
}
