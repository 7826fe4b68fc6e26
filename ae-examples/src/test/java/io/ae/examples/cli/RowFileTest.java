package io.ae.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ae.api.AeException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowFileTest {
  private static final float[] VALUES = {1, .1f, -2.5e-8f, 3};

  @TempDir Path folder;

  @Test
  void csvHasIdsAndNumbersThatReadBack() throws IOException {
    Path file = folder.resolve("codes.csv");

    RowFile.write(file, List.of("c0", "c,1"), List.of("a", "b \"x\""), VALUES);

    assertThat(Files.readString(file))
        .isEqualTo("id,c0,\"c,1\"\na,1,0.1\n\"b \"\"x\"\"\",-2.5E-8,3\n");
  }

  @Test
  void npyIsWhatNumpyReads() throws IOException {
    Path file = folder.resolve("codes.NPY");

    RowFile.write(file, List.of("c0", "c1"), List.of("a", "b"), VALUES);

    byte[] bytes = Files.readAllBytes(file);
    String header = new String(bytes, 10, 118, StandardCharsets.US_ASCII);
    assertThat(bytes).hasSize(128 + 16).startsWith(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0);
    assertThat(header)
        .startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 2), }")
        .endsWith("\n");
    float[] read = new float[4];
    ByteBuffer.wrap(bytes, 128, 16).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(read);
    assertThat(Arrays.equals(read, VALUES)).isTrue();
  }

  @Test
  void anotherEndingIsRefused() {
    assertThatThrownBy(() -> RowFile.check(Path.of("codes.txt"), ".npy", ".csv"))
        .isInstanceOfSatisfying(
            AeException.class,
            e ->
                assertThat(e.text())
                    .isEqualTo(
                        "AE-X004 --out codes.txt: the ending says the kind of file,"
                            + " one of [.npy, .csv]."));
  }
}
