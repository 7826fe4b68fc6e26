package io.ae.core.data;

import static io.ae.core.data.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ae.api.AeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowWriterTest {
  @TempDir Path folder;

  @Test
  void tablesCarryIdsAndExactNumbers() throws Exception {
    Path file = folder.resolve("codes.csv");
    float[] values = {1, .1f, -3, 1e-20f};
    RowWriter.write(file, RowWriter.numbered("code", 2), List.of("a,b", "7"), values);
    assertThat(Files.readString(file).replace("\r", ""))
        .isEqualTo("id,code0,code1\n\"a,b\",1,0.1\n7,-3,1.0E-20\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"codes.npy", "codes.csv"})
  void rowsThatComeInBlocksMakeTheSameFile(String name) throws Exception {
    float[] values = {1, 2, 3, 4, 5, 6};
    Path whole = folder.resolve("whole." + name);
    RowWriter.write(whole, List.of("a", "b"), List.of("x", "y", "z"), values);
    Path blocks = folder.resolve("blocks." + name);
    RowWriter.stream(
        blocks,
        List.of("a", "b"),
        sink -> {
          sink.add(List.of("x", "y"), values, 2);
          sink.add(List.of("z"), new float[] {5, 6, 7, 8}, 1);
        });
    assertThat(blocks).hasSameBinaryContentAs(whole);
  }

  @ParameterizedTest
  @ValueSource(strings = {"codes.npy", "codes.csv"})
  void rowsThatStopComingLeaveTheOlderFileAndNothingElse(String name) throws Exception {
    Path file = Files.writeString(folder.resolve(name), "older");
    AeException cause = new AeException("AE-D021", "the file ends within row 1");
    assertThatThrownBy(
            () ->
                RowWriter.stream(
                    file,
                    List.of("a"),
                    sink -> {
                      sink.add(List.of("x"), new float[1], 1);
                      throw cause;
                    }))
        .isSameAs(cause);
    assertThat(file).hasContent("older");
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void otherEndingsAndMissingFoldersAreRefusedAndTheOldFileStays() throws Exception {
    Path text = folder.resolve("codes.txt");
    assertRefused(
        () -> RowWriter.write(text, List.of("a"), List.of("0"), new float[1]),
        "AE-D070 "
            + text
            + " cannot be written: rows are written as .npy or .csv. Choose one by the name.");
    Path missing = folder.resolve("none").resolve("codes.npy");
    assertRefused(
        () -> RowWriter.write(missing, List.of("a"), List.of("0"), new float[1]),
        "AE-F010 cannot write '"
            + missing
            + "': the folder '"
            + missing.getParent()
            + "' does not exist; create it, or give another name.");
    assertThat(folder).isEmptyDirectory();
  }
}
