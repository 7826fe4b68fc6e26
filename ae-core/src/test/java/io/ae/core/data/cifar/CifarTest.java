package io.ae.core.data.cifar;

import static io.ae.core.data.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.ae.api.data.Cursor;
import io.ae.api.data.Parts;
import io.ae.api.data.Selector;
import io.ae.core.data.Dataset;
import io.ae.core.data.RealData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CifarTest {
  private static final String HINT =
      " Put the binary version of CIFAR-10 there: cifar-10-binary.tar.gz as it is, or its files"
          + " data_batch_1.bin to data_batch_5.bin and test_batch.bin; it is published on the"
          + " CIFAR-10 home page of Alex Krizhevsky (University of Toronto). The data 'glyphs'"
          + " needs no file.";

  @TempDir Path folder;

  /** Two records a file; the first byte of pixels counts the records of the training set. */
  private static byte[] batch(int number) {
    byte[] bytes = new byte[2 * CifarSource.RECORD];
    for (int r = 0; r < 2; r++) {
      int record = 2 * (number - 1) + r;
      bytes[r * CifarSource.RECORD] = (byte) (record % 10);
      bytes[r * CifarSource.RECORD + 1] = (byte) record;
    }
    return bytes;
  }

  private void unpacked() throws IOException {
    for (int n = 1; n <= 5; n++) {
      Files.write(folder.resolve("data_batch_" + n + ".bin"), batch(n));
    }
    Files.write(folder.resolve("test_batch.bin"), batch(8));
  }

  /** The files in an order of their own, with a folder and a readme among them. */
  private Path packed(int... order) throws IOException {
    ByteArrayOutputStream tar = new ByteArrayOutputStream();
    entry(tar, "cifar-10-batches-bin/", '5', new byte[0]);
    for (int n : order) {
      entry(tar, "cifar-10-batches-bin/data_batch_" + n + ".bin", '0', batch(n));
    }
    entry(tar, "cifar-10-batches-bin/readme.html", '0', "hello".getBytes(StandardCharsets.UTF_8));
    entry(tar, "cifar-10-batches-bin/test_batch.bin", '0', batch(8));
    tar.write(new byte[1024]);
    Path file = folder.resolve("cifar-10-binary.tar.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      tar.writeTo(out);
    }
    return file;
  }

  private static void entry(ByteArrayOutputStream tar, String name, char type, byte[] content) {
    byte[] head = new byte[512];
    put(head, 0, name);
    put(head, 124, String.format("%011o", content.length));
    head[156] = (byte) type;
    Arrays.fill(head, 148, 156, (byte) ' ');
    int sum = 0;
    for (byte b : head) {
      sum += b & 0xFF;
    }
    put(head, 148, String.format("%06o", sum) + "\0 ");
    tar.writeBytes(head);
    tar.writeBytes(Arrays.copyOf(content, (content.length + 511) / 512 * 512));
  }

  private static void put(byte[] into, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, into, at, bytes.length);
  }

  @Test
  void unpackedAndPackedGiveTheSameRowsInTheSameOrder() throws IOException {
    unpacked();
    Dataset plain = Dataset.load(open(folder).train());
    assertThat(plain.size()).isEqualTo(10);
    for (int i = 0; i < 10; i++) {
      assertThat(plain.labels()[i]).isEqualTo(i);
      assertThat(plain.row(i)[0]).isEqualTo(i / 255f);
      assertThat(plain.id(i)).isEqualTo(Integer.toString(i));
    }
    Parts packed = open(packed(4, 2, 1, 5, 3));
    assertThat(Dataset.load(packed.train()).values()).isEqualTo(plain.values());
    assertThat(Dataset.load(packed.test()).labels()).containsExactly(4, 5);
  }

  @Test
  void aMissingFileOrFolderTellsWhatToGet() throws IOException {
    assertRefused(() -> open(folder), "AE-D005 " + folder + " holds no CIFAR-10." + HINT);
    Path none = folder.resolve("none");
    assertRefused(() -> open(none), "AE-D005 " + none + ": no such file." + HINT);
    Path file = packed(1, 2, 3, 5);
    assertRefused(
        () -> open(folder), "AE-D060 " + file + " lacks the file data_batch_4.bin." + HINT);
  }

  @Test
  void damageIsNamed() throws IOException {
    unpacked();
    Files.write(folder.resolve("data_batch_2.bin"), new byte[CifarSource.RECORD + 7]);
    assertRefused(
        () -> open(folder),
        "AE-D060 "
            + folder
            + ": data_batch_2.bin must hold records of 3073 bytes, found 3080 bytes, 7 too many."
            + " Get the file again.");
    byte[] label = batch(2);
    label[0] = 77;
    Files.write(folder.resolve("data_batch_2.bin"), label);
    assertRefused(
        () -> Dataset.load(open(folder).train()),
        "AE-D060 "
            + folder
            + ": the label of record 2 must be in [0, 9], found 77. Is it CIFAR-10 in its binary"
            + " form? Get it again.");
    Path text = Files.writeString(folder.resolve("text"), "x".repeat(600));
    assertRefused(
        () -> open(text),
        "AE-D060 "
            + text
            + ": not a whole tar archive: a number in an entry's head is none. Get the file"
            + " again.");
    byte[] whole = Files.readAllBytes(packed(1, 2, 3, 4, 5));
    Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, whole.length / 2));
    assertThat(catchThrowable(() -> open(cut)))
        .hasMessageStartingWith(cut + ": not a whole tar archive: ");
  }

  @Test
  void theOfficialArchiveHasItsPublishedLabels() {
    Parts parts = open(RealData.folder("cifar-10"));
    assertThat(parts.train().rows()).isEqualTo(50_000);
    int[] counts = new int[10];
    try (Cursor cursor = parts.test().open()) {
      while (cursor.next()) {
        counts[cursor.label()]++;
      }
    }
    assertThat(counts).containsOnly(1000);
  }

  private static Parts open(Path path) {
    return new CifarProvider().open(Selector.parse("cifar-10:" + path));
  }
}
