package io.ae.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ae.api.AeException;
import io.ae.core.data.Quantiser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeFileTest {
  @TempDir Path folder;
  private Path file;
  private byte[] written;
  private CodeFile codes;

  @BeforeEach
  void write() throws IOException {
    Quantiser ranges = new Quantiser(new float[] {-1, 0}, new float[] {1, 5});
    byte[] model = new byte[32];
    Arrays.fill(model, (byte) 7);
    codes = new CodeFile(model, ranges, new byte[] {0, 1, 2, 3, -1, -2});
    file = folder.resolve("c.aec");
    codes.write(file);
    written = Files.readAllBytes(file);
  }

  private void refused(byte[] bytes, String code, String text) throws IOException {
    Files.write(file, bytes);
    assertThatThrownBy(() -> CodeFile.read(file))
        .isInstanceOfSatisfying(AeException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessageContaining(text);
  }

  @Test
  void comesBackAsItWas() {
    assertThat(CodeFile.read(file)).isEqualTo(codes);
    assertThat(codes.rows()).isEqualTo(3);
    assertThat(written).hasSize((int) codes.bytes()).hasSize(52 + 2 * 8 + 6 + 4);
  }

  @Test
  void otherFilesAreRefused() throws IOException {
    refused(new byte[0], "AE-F002", "is no file of codes");
    refused("AECODE".getBytes(), "AE-F002", "is no file of codes");
    refused(new byte[1000], "AE-F002", "is no file of codes");
    assertThatThrownBy(() -> CodeFile.read(folder.resolve("none.aec")))
        .hasMessageContaining("there is no such file");
  }

  @Test
  void whatIsCutOffOrLongerIsRefused() throws IOException {
    for (int length = 8; length < written.length; length++) {
      refused(Arrays.copyOf(written, length), "AE-F002", "is cut off or damaged");
    }
    refused(Arrays.copyOf(written, written.length + 1), "AE-F002", "78 bytes long, found 79");
  }

  @Test
  void everyChangedByteIsNoticed() throws IOException {
    for (int at = 0; at < written.length; at++) {
      byte[] changed = written.clone();
      changed[at] ^= 1;
      Files.write(file, changed);
      assertThatThrownBy(() -> CodeFile.read(file)).isInstanceOf(AeException.class);
    }
  }

  @Test
  void newerFormatsAndSizesThatCannotBeAreRefusedBeforeMemoryIsTaken() throws IOException {
    byte[] newer = written.clone();
    newer[7] = 2;
    refused(newer, "AE-F004", "has format 2");
    refused(sized(Long.MAX_VALUE, 1), "AE-F005", "which cannot be");
    refused(sized(-1, 1), "AE-F005", "which cannot be");
    refused(sized(3, 0), "AE-F005", "which cannot be");
    refused(sized(1, Integer.MAX_VALUE), "AE-F005", "which cannot be");
    refused(sized(1 << 30, 1), "AE-F002", "1073741888 bytes long, found 78");
  }

  private byte[] sized(long rows, int width) {
    byte[] bytes = written.clone();
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(8, rows).putInt(16, width);
    return bytes;
  }
}
