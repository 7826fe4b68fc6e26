package io.ae.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompressCommandTest {
  @TempDir static Path folder;
  private static Path codes;
  private static Run compressed;

  private static Run ae(String line) {
    return Run.of(line.replace("DIR", folder.toString()).split(" "));
  }

  private static void train(String name, int seed) {
    Run run =
        ae(
            "train --quiet --model linear --data glyphs,count=200 --epochs 40 --batch 20 --backend"
                + " java --set model.code=6 --out DIR/"
                + name
                + " --seed "
                + seed);
    assertThat(run.err()).isEmpty();
  }

  @BeforeAll
  static void compress() {
    train("m.ae", 1);
    codes = folder.resolve("c.aec");
    compressed = ae("compress DIR/m.ae --out DIR/c.aec --backend java --json");
  }

  @Test
  void bytesAndNoiseAreToldBesidePca() throws IOException {
    assertThat(compressed.err()).isEmpty();
    JsonNode json = compressed.json();

    assertThat(json.get("rows").asInt()).isEqualTo(20);
    assertThat(json.get("bytesPerRow").asInt()).isEqualTo(6);
    assertThat(json.get("fileBytes").asLong())
        .isEqualTo(Files.size(codes))
        .isEqualTo(56 + 48 + 120);
    double psnr = json.get("psnr").asDouble();
    assertThat(psnr).isBetween(8., 30.);
    assertThat(json.get("psnrUnquantised").asDouble()).isCloseTo(psnr, within(.2));
    // A linear model comes near to principal components, and not far beyond.
    assertThat(json.get("pcaPsnr").asDouble()).isBetween(psnr - .1, psnr + 1);
  }

  @Test
  void rowsComeBackFromTheFile() throws IOException {
    Run run = ae("decompress DIR/m.ae --codes DIR/c.aec --out DIR/rows.csv --backend java --json");

    assertThat(run.err()).isEmpty();
    assertThat(run.json().get("rows").asInt()).isEqualTo(20);
    assertThat(Files.readAllLines(folder.resolve("rows.csv"))).hasSize(21);
  }

  @Test
  void anotherModelIsRefused() {
    train("other.ae", 2);

    Run run = ae("decompress DIR/other.ae --codes DIR/c.aec --out DIR/no.csv --backend java");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("AE-X015 ").contains("another model than");
    assertThat(folder.resolve("no.csv")).doesNotExist();
  }

  @Test
  void principalComponentsCanBeLeftOut() {
    Run run = ae("compress DIR/m.ae --out DIR/d.aec --backend java --json --no-pca");

    assertThat(run.json().has("pcaPsnr")).isFalse();
    assertThat(run.json().get("psnr").asDouble())
        .isEqualTo(compressed.json().get("psnr").asDouble());
  }
}
