package io.ae.core.data.idx;

import static io.ae.core.data.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.ae.api.data.Parts;
import io.ae.api.data.Selector;
import io.ae.core.data.Dataset;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdxTest {
  private static final String HINT =
      " Put the four files of MNIST there, gzipped or not: train-images-idx3-ubyte,"
          + " train-labels-idx1-ubyte, t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte; they are"
          + " published on the home page of the MNIST database of handwritten digits (LeCun,"
          + " Cortes, Burges). The data 'glyphs' needs no file.";

  private static final byte[] IMAGES =
      idx(0x08, new int[] {3, 2, 2}, 0, 51, 102, 255, 1, 2, 3, 4, 5, 6, 7, 8);
  private static final byte[] LABELS = idx(0x08, new int[] {3}, 7, 0, 9);

  @TempDir Path folder;

  @BeforeEach
  void fourFiles() throws IOException {
    write("train-images-idx3-ubyte", IMAGES);
    write("train-labels-idx1-ubyte.gz", gzip(LABELS));
    write("t10k-images-idx3-ubyte.gz", gzip(IMAGES));
    write("t10k-labels.idx1-ubyte", LABELS);
  }

  @Test
  void readsOfficialNamesPackedOrNot() {
    Parts parts = mnist();
    Dataset train = Dataset.load(parts.train());
    assertThat(train.spec().picture()).isTrue();
    assertThat(train.spec().classNames()).hasSize(10);
    assertThat(train.row(0)).containsExactly(0, .2f, .4f, 1);
    assertThat(train.labels()).containsExactly(7, 0, 9);
    assertThat(train.ids()).containsExactly("0", "1", "2");
    assertThat(Dataset.load(parts.test()).values()).isEqualTo(train.values());
  }

  @Test
  void aMissingFolderTellsWhatToGet() {
    Path none = folder.resolve("none");
    assertRefused(
        () -> new MnistProvider().open(Selector.parse("mnist:" + none)),
        "AE-D005 " + none + ": no such folder." + HINT);
    assertRefused(
        () -> new MnistProvider().open(Selector.parse("mnist")),
        "AE-D004 data 'mnist' must name a folder: mnist:DIR." + HINT);
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    Files.delete(folder.resolve("t10k-labels.idx1-ubyte"));
    assertRefused(
        this::mnist,
        "AE-D005 "
            + folder
            + " lacks the file t10k-labels-idx1-ubyte (or t10k-labels-idx1-ubyte.gz)."
            + HINT);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 20, 27})
  void aTruncatedFileIsRefusedAtOnce(int length) throws IOException {
    Path file = write("train-images-idx3-ubyte", Arrays.copyOf(IMAGES, length));
    String text =
        length < 16
            ? ": the header is cut off. Get the file again."
            : " must be 28 bytes long, as its header [3, 2, 2] says, found "
                + length
                + ". Get the file again.";
    assertRefused(this::mnist, "AE-D021 " + file + text);
  }

  @Test
  void aTruncatedGzipIsRefusedWhereItEnds() throws IOException {
    byte[] packed = gzip(IMAGES);
    Path file = write("t10k-images-idx3-ubyte.gz", Arrays.copyOf(packed, packed.length - 12));
    assertRefused(
        () -> Dataset.load(mnist().test()),
        "AE-D021 "
            + file
            + ": the header promises 3 rows, the file ends within row 2 (from 0). Get the file"
            + " again.");
  }

  @Test
  void bytesBehindTheLastRowAreRefused() throws IOException {
    byte[] longer = Arrays.copyOf(IMAGES, IMAGES.length + 1);
    Path plain = write("train-images-idx3-ubyte", longer);
    assertRefused(
        this::mnist,
        "AE-D021 "
            + plain
            + " must be 28 bytes long, as its header [3, 2, 2] says, found 29. Get the file"
            + " again.");
    write("train-images-idx3-ubyte", IMAGES);
    Path packed = write("t10k-images-idx3-ubyte.gz", gzip(longer));
    assertRefused(
        () -> Dataset.load(mnist().test()),
        "AE-D021 " + packed + ": there are bytes behind the last of 3 rows. Get the file again.");
  }

  @Test
  void anotherMagicIsRefused() throws IOException {
    Path file = write("train-images-idx3-ubyte", new byte[] {0x50, 0x4b, 3, 4, 0, 0, 0, 0});
    assertRefused(
        this::mnist,
        "AE-D020 "
            + file
            + ": an IDX file begins with two zero bytes, a type (08 09 0b 0c 0d 0e) and the number"
            + " of axes, found 50 4b 03 04. Get the file again.");
    write("train-images-idx3-ubyte", LABELS);
    assertRefused(
        this::mnist,
        "AE-D020 "
            + file
            + " must hold pictures: three axes (magic 00 00 08 03), found 1. Are rows and labels"
            + " swapped?");
  }

  @Test
  void aHeaderThatPromisesTheMoonAllocatesNothing() throws IOException {
    byte[] bomb = idx(0x08, new int[] {Integer.MAX_VALUE, 60000, 60000}, 1, 2, 3);
    Path file = write("t10k-images-idx3-ubyte.gz", gzip(bomb));
    assertRefused(
        this::mnist,
        "AE-D021 "
            + file
            + ": the header promises [2147483647, 60000, 60000] values of 1 bytes, the file's "
            + Files.size(file)
            + " bytes cannot hold them. The file is cut off or damaged; get it again.");
  }

  @Test
  void labelsOfAnotherNumberOrRangeAreRefused() throws IOException {
    Path labels = write("train-labels-idx1-ubyte.gz", gzip(idx(0x08, new int[] {2}, 7, 0)));
    assertRefused(
        this::mnist,
        "AE-D022 "
            + folder.resolve("train-images-idx3-ubyte")
            + " has 3 rows, "
            + labels
            + " has 2 labels: there must be one for each row. Take both files from the same set.");
    write("train-labels-idx1-ubyte.gz", idx(0x08, new int[] {3}, 7, 0, 10));
    assertRefused(
        this::mnist,
        "AE-D020 " + labels + ": label 2 must be in [0, 9], found 10. Get the file again.");
    write("train-labels-idx1-ubyte.gz", IMAGES);
    assertRefused(
        this::mnist,
        "AE-D020 "
            + labels
            + " must hold labels: bytes in one axis (magic 00 00 08 01), found U8 in 3 axes. Are"
            + " rows and labels swapped?");
  }

  @Test
  void damagedCompressionIsSaid() throws IOException {
    byte[] packed = gzip(LABELS);
    packed[packed.length - 6] ^= 0x55; // the checksum
    Path file = write("train-labels-idx1-ubyte.gz", packed);
    assertThat(catchThrowable(this::mnist))
        .hasMessageStartingWith(file + " cannot be read: its compression is damaged (")
        .hasMessageEndingWith("). Get the file again.");
  }

  @Test
  void genericFilesKeepTheirTypeAndShape() throws IOException {
    Path rows = write("rows", idx(0x0B, new int[] {2, 3}, 0, 1, 0, 2, 255, 255, 0, 4, 0, 5, 1, 0));
    Path labels = write("labels", idx(0x08, new int[] {2}, 3, 1));
    Parts parts =
        new IdxProvider()
            .open(Selector.parse("idx:" + rows + ",labels=" + labels + ",test=" + rows));
    Dataset data = Dataset.load(parts.train());
    assertThat(data.values()).containsExactly(1, 2, -1, 4, 5, 256);
    assertThat(data.spec().classes()).isEqualTo(4);
    assertThat(data.spec().unit()).isFalse();
    assertThat(Dataset.load(parts.test()).labels()).containsExactly(-1, -1);
    assertRefused(
        () -> new IdxProvider().open(Selector.parse("idx:" + folder.resolve("x"))),
        "AE-D005 " + folder.resolve("x") + ": no such file. Name an IDX file, gzipped or not.");
  }

  private Parts mnist() {
    return new MnistProvider().open(Selector.parse("mnist:" + folder));
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static byte[] idx(int type, int[] dims, int... values) {
    ByteBuffer file = ByteBuffer.allocate(4 + 4 * dims.length + values.length);
    file.put(new byte[] {0, 0, (byte) type, (byte) dims.length});
    for (int dim : dims) {
      file.putInt(dim);
    }
    for (int value : values) {
      file.put((byte) value);
    }
    return file.array();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
