package io.ae.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that corrupt, and configs that are warned of, on the command line. */
class CorruptionCommandsTest {
  private static final String[] TINY = {
    "--data", "glyphs,count=80", "--backend", "java", "--threads", "1", "--epochs", "2", "--quiet"
  };

  @TempDir static Path folder;

  private static Path denoising;
  private static Path dense;
  private static JsonNode trained;

  private static Run train(String... more) {
    return Run.of(
        Stream.of(new String[] {"train"}, TINY, more)
            .flatMap(Arrays::stream)
            .toArray(String[]::new));
  }

  @BeforeAll
  static void trainBoth() {
    denoising = folder.resolve("denoising.ae");
    dense = folder.resolve("dense.ae");
    String small = "model.hidden=[8]";
    trained =
        train("--model", "denoising", "--set", small, "--json", "--out", denoising.toString())
            .json();
    assertThat(train("--set", small, "--out", dense.toString()).code()).isZero();
  }

  @Test
  void trainingAndEvaluationTellTheErrorFromCorruptedRows() {
    JsonNode evaluated = Run.of("evaluate", denoising.toString(), "--json").json();
    for (String figure :
        new String[] {"mse", "mseCorrupted", "mseCorruptedInput", "mseReplaced", "mseMeanFill"}) {
      assertThat(trained.get(figure).asDouble()).as(figure).isPositive();
      assertThat(evaluated.get(figure).asDouble())
          .as(figure)
          .isCloseTo(trained.get(figure).asDouble(), within(1e-6));
    }
    assertThat(Run.of("evaluate", denoising.toString()).out())
        .contains("From corrupted rows")
        .contains("Corrupted rows themselves");
    assertThat(Run.of("evaluate", dense.toString(), "--json").json().has("mseCorrupted")).isFalse();
  }

  @Test
  void corruptedAndRestoredRowsAreWritten() {
    Path restored = folder.resolve("restored.npy");
    Path corrupted = folder.resolve("corrupted.npy");
    Path png = folder.resolve("pairs.png");
    JsonNode json =
        Run.of(
                "reconstruct",
                denoising.toString(),
                "--corrupted",
                corrupted.toString(),
                "--out",
                restored.toString(),
                "--json")
            .json();
    assertThat(json.get("mse").asDouble())
        .as("the error that training told")
        .isCloseTo(trained.get("mseCorrupted").asDouble(), within(1e-6));
    assertThat(corrupted).exists();
    assertThat(restored).exists();
    assertThat(
            Run.of("reconstruct", denoising.toString(), "--corrupt", "--out", png.toString())
                .code())
        .isZero();
    assertThat(png).isNotEmptyFile();
  }

  @Test
  void classesOfCorruptedRowsAreToldByAnotherModelToo() {
    String[] plain = {"evaluate", dense.toString(), "--probe", "codes", "--json"};
    String[] noisy = Arrays.copyOf(plain, 7);
    noisy[5] = "--corrupted-by";
    noisy[6] = denoising.toString();
    JsonNode clean = Run.of(plain).json();
    JsonNode corrupted = Run.of(noisy).json();
    assertThat(corrupted.get("mse")).as("errors are of clean rows").isEqualTo(clean.get("mse"));
    assertThat(corrupted.get("probeAccuracy").asDouble()).isBetween(0., 1.);
    Run refused = Run.of("evaluate", denoising.toString(), "--corrupted-by", dense.toString());
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("AE-M005");
  }

  @Test
  void restoringWithAModelThatCorruptsNothingIsRefused() {
    Path out = folder.resolve("none.npy");
    Run run = Run.of("reconstruct", dense.toString(), "--corrupt", "--out", out.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("AE-M005 training this model corrupts nothing");
    assertThat(Files.exists(out)).isFalse();
  }

  @Test
  void aCodeLargerThanTheInputIsWarnedOf() {
    String[] large = {"--set", "model.hidden=[]", "--set", "model.code=800"};
    String[] dry = Arrays.copyOf(large, 5);
    dry[4] = "--dry-run";
    String[] json = Arrays.copyOf(large, 5);
    json[4] = "--json";
    String[] held = Arrays.copyOf(large, 6);
    held[4] = "--set";
    held[5] = "model.l2=0.001";
    String warning = "AE-C013 model.code 800 is larger than the input's";
    assertThat(train(dry).err()).contains(warning);
    assertThat(train(json).json().get("warnings").get(0).asText()).startsWith(warning);
    assertThat(train(held).err()).doesNotContain("AE-C013");
  }
}
