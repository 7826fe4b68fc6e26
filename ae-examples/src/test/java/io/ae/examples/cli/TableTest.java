package io.ae.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table from training to codes: zeros are values like others, ids travel. */
class TableTest {
  @TempDir Path folder;

  @Test
  void idsReachTheCodes() throws IOException {
    Path table = folder.resolve("table.csv");
    Stream<String> rows =
        IntStream.range(0, 60).mapToObj(i -> "r" + i + "," + i % 2 + "," + i / 60. + "," + i % 3);
    Files.write(table, Stream.concat(Stream.of("id,a,b,class"), rows).toList());
    String data = "csv:" + table + ",label=last,header=true,id=id";
    String model = folder.resolve("table.ae").toString();
    String codes = folder.resolve("codes.csv").toString();

    Run train =
        Run.of(
            "train",
            "--json",
            "--quiet",
            "--backend",
            "java",
            "--data",
            data,
            "--epochs",
            "2",
            "--batch",
            "8",
            "--set",
            "model.hidden=[4]",
            "--set",
            "model.code=1",
            "--out",
            model);
    Run encode = Run.of("encode", model, "--data", data, "--part", "train", "--out", codes);

    assertThat(train.err()).isEmpty();
    assertThat(train.json().get("mse").doubleValue()).isBetween(0., 1.);
    assertThat(encode.code()).as(encode.err()).isZero();
    List<String> lines = Files.readAllLines(Path.of(codes));
    assertThat(lines.get(0)).startsWith("id,");
    assertThat(lines).hasSize(1 + 54).anyMatch(line -> line.startsWith("r1,"));
  }
}
