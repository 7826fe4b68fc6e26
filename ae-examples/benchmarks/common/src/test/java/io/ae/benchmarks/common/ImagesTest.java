package io.ae.benchmarks.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagesTest {
  @TempDir Path folder;

  @Test
  void batchesFollowTheFileAndWrap() throws IOException {
    write(
        "train-images-idx3-ubyte.gz", 0x803, new int[] {3, 1, 2}, new int[] {0, 255, 51, 1, 2, 3});
    write("train-labels-idx1-ubyte.gz", 0x801, new int[] {3}, new int[] {7, 8, 9});
    Images images = Images.read(Data.MNIST, folder);
    float[] rows = new float[4];
    int[] labels = new int[2];
    images.batch(1, 2, rows);
    images.labels(1, 2, labels);
    assertThat(rows).containsExactly(2 / 255f, 3 / 255f, 0, 1);
    assertThat(labels).containsExactly(9, 7);
    assertThat(images.count()).isEqualTo(3);
  }

  @Test
  void refusesAnotherFormat() throws IOException {
    write("train-labels-idx1-ubyte.gz", 0x802, new int[] {1}, new int[] {1});
    assertThatThrownBy(() -> Images.read(Data.MNIST, folder)).hasMessageContaining("802");
    assertThatThrownBy(() -> Images.read(Data.CIFAR, folder)).hasMessageContaining("tar.gz");
  }

  @Test
  void codesOfAFileAreANumPyArray() throws IOException {
    int[] pixels = new int[3 * 784];
    pixels[784] = 255;
    write("images.gz", 0x803, new int[] {3, 28, 28}, pixels);
    WorkItem item = WorkItems.of("one-deep2d").withBatch(2);
    Encoding sum =
        new Encoding() {
          @Override
          public void encode(float[] rows, int n, float[] codes) {
            for (int i = 0; i < n; i++) {
              codes[2 * i] = n;
              codes[2 * i + 1] = rows[784 * i];
            }
          }

          @Override
          public void close() {}
        };
    Path out = folder.resolve("codes.npy");
    sum.encodeFile(item, folder.resolve("images.gz"), out);
    byte[] bytes = Files.readAllBytes(out);
    assertThat(new String(bytes, 1, 5, StandardCharsets.US_ASCII)).isEqualTo("NUMPY");
    assertThat(bytes).hasSize(128 + 3 * 2 * Float.BYTES);
    assertThat(bytes[127]).isEqualTo((byte) '\n');
    float[] codes = new float[6];
    ByteBuffer.wrap(bytes, 128, 24).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(codes);
    assertThat(codes).containsExactly(2, 0, 2, 1, 1, 0);
  }

  private void write(String name, int magic, int[] head, int[] bytes) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(folder.resolve(name))))) {
      out.writeInt(magic);
      for (int h : head) {
        out.writeInt(h);
      }
      for (int b : bytes) {
        out.writeByte(b);
      }
    }
  }
}
