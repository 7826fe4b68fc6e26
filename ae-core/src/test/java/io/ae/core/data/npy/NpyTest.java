package io.ae.core.data.npy;

import static io.ae.core.data.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.ae.api.data.Parts;
import io.ae.api.data.Selector;
import io.ae.core.data.Dataset;
import io.ae.core.data.RealData;
import io.ae.core.data.RowWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NpyTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "<f4,00008040,4",
    "|b1,01,1",
    "|u1,ff,255",
    "|i1,ff,-1",
    "<u2,ffff,65535",
    ">u2,0100,256",
    "<i2,ffff,-1",
    "<u4,ffffffff,4294967295",
    ">i4,fffffffe,-2",
    "<u8,ffffffffffffffff,1.8446744073709552E19",
    "<i8,ffffffffffffffff,-1",
    ">f8,4010000000000000,4",
    "<f8,0000000000001040,4",
    ">f4,40800000,4"
  })
  void readsEveryType(String type, String hex, double value) throws IOException {
    byte[] bytes = HexFormat.of().parseHex(hex);
    Path file = write("a.npy", npy(type, false, "1, 1", bytes));
    assertThat(open("npy:" + file).values()).containsExactly((float) value);
  }

  @Test
  void bothOrdersGiveTheSameRows() throws IOException {
    // 2 rows of [3, 2]: the value is 100·row + 10·y + x.
    byte[] rows = {0, 1, 10, 11, 20, 21, 100, 101, 110, 111, 120, 121};
    byte[] columns = {0, 100, 10, 110, 20, 120, 1, 101, 11, 111, 21, 121};
    Dataset c = open("npy:" + write("c.npy", npy("|i1", false, "2, 3, 2", rows)));
    Dataset fortran = open("npy:" + write("f.npy", npy("|i1", true, "2, 3, 2", columns)));
    assertThat(c.row(1)).containsExactly(100, 101, 110, 111, 120, 121);
    assertThat(fortran.values()).isEqualTo(c.values());
    assertThat(fortran.spec()).isEqualTo(c.spec());
  }

  @Test
  void bytesOfPicturesAreDividedAndVectorsAreNot() throws IOException {
    byte[] bytes = {0, (byte) 255, 51, 102};
    Dataset pictures = open("npy:" + write("p.npy", npy("|u1", false, "1, 2, 2", bytes)));
    assertThat(pictures.spec().picture()).isTrue();
    assertThat(pictures.values()).containsExactly(0, 1, .2f, .4f);
    assertThat(open("npy:" + write("v.npy", npy("|u1", false, "1, 4", bytes))).values())
        .containsExactly(0, 255, 51, 102);
  }

  @Test
  void archivesHoldRowsAndLabels() throws IOException {
    byte[] x = npy("|u1", false, "2, 2", new byte[] {1, 2, 3, 4});
    byte[] y = npy("|i1", false, "2,", new byte[] {1, -1});
    Path file = npz("X", x, "y", y, "other", x);
    Dataset data = open("npz:" + file);
    assertThat(data.values()).containsExactly(1, 2, 3, 4);
    assertThat(data.labels()).containsExactly(1, -1);
    assertThat(data.spec().classes()).isEqualTo(2);
    assertThat(open("npz:" + file + ",y=none").spec().classes()).isZero();
    Parts parts = new NpzProvider().open(Selector.parse("npz:" + file + ",test-x=other,test-y=y"));
    assertThat(Dataset.load(parts.test()).labels()).containsExactly(1, -1);
    assertRefused(
        () -> open("npz:" + file + ",x=Z"),
        "AE-D042 "
            + file
            + ": no array 'Z'. The arrays are [X, other, y]; choose with x=NAME,y=NAME.");
  }

  @Test
  void damagedFilesAreRefused() throws IOException {
    byte[] good = npy("<f4", false, "2, 2", new byte[16]);
    Path file = write("d.npy", Arrays.copyOf(good, good.length - 1));
    assertRefused(
        () -> open("npy:" + file),
        "AE-D041 "
            + file
            + ": the header promises [2, 2] values of 4 bytes, there are 15 bytes of them. The file"
            + " is damaged; get it again.");
    write("d.npy", Arrays.copyOf(good, 30));
    assertRefused(
        () -> open("npy:" + file),
        "AE-D041 " + file + ": the header is cut off. Get the file again.");
    write("d.npy", new byte[] {'P', 'K', 3, 4, 5, 6, 7, 8, 9});
    assertRefused(
        () -> open("npy:" + file),
        "AE-D040 "
            + file
            + ": an NPY file begins with 93 4e 55 4d 50 59 and the version 1 to 3, found 50 4b 03"
            + " 04 05 06 07 08. Write it anew with numpy.save or numpy.savez.");
    write("d.npy", npy("<f4", false, "100000, 100000, 100000, 100000", new byte[4]));
    assertRefused(
        () -> open("npy:" + file),
        "AE-D041 "
            + file
            + ": the header promises [100000, 100000, 100000, 100000] values of 4 bytes, there are"
            + " 4 bytes of them. The file is damaged; get it again.");
    write("d.npy", npy("|O", false, "1, 1", new byte[8]));
    assertRefused(
        () -> open("npy:" + file),
        "AE-D040 "
            + file
            + ": numbers of type f4 f8 i1 i2 i4 i8 u1 u2 u4 u8 b1 are read, found '|O'. Convert the"
            + " array with astype('float32') before it is saved.");
    write("d.npy", npy("<f4", false, "0, 3", new byte[0]));
    assertRefused(
        () -> open("npy:" + file),
        "AE-D012 " + file + ": at least one row is wanted, found the shape [0, 3].");
  }

  @Test
  void notANumberIsNamed() throws IOException {
    byte[] nan = new byte[] {0, 0, 0, 0, 0, 0, (byte) 0xC0, 0x7F};
    Path file = write("n.npy", npy("<f4", false, "1, 2", nan));
    String text =
        "AE-D010 "
            + file
            + ": row 0, column 1 must be a finite number, found NaN. Mend the value or leave the"
            + " row out; rows and columns count from 0.";
    assertRefused(() -> open("npy:" + file), text);
    write("n.npy", npy("<f4", true, "1, 2", nan));
    assertRefused(() -> open("npy:" + file), text);
  }

  @Test
  void labelsThatAreNoneAreRefused() throws IOException {
    Path rows = write("r.npy", npy("|u1", false, "3, 1", new byte[3]));
    Path two = write("two.npy", npy("|u1", false, "2,", new byte[2]));
    assertRefused(
        () -> open("npy:" + rows + ",labels=" + two),
        "AE-D022 "
            + rows
            + " has 3 rows, "
            + two
            + " has the shape [2]: one label for each row is wanted. Take both from the same set.");
    ByteBuffer halves = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    halves.putFloat(1).putFloat(.5f).putFloat(0);
    Path half = write("half.npy", npy("<f4", false, "3,", halves.array()));
    assertRefused(
        () -> open("npy:" + rows + ",labels=" + half),
        "AE-D042 "
            + half
            + ": label 1 must be a whole number from 0 to 65535, or -1 for none, found 0.5. Choose"
            + " another array for the labels, or none.");
  }

  @Test
  void bombsAndBrokenArchivesAreRefused() throws IOException {
    Path text = write("t.npz", "no archive".getBytes(StandardCharsets.UTF_8));
    assertThat(catchThrowable(() -> open("npz:" + text)))
        .hasMessageStartingWith(
            text + " must be a zip archive of arrays, as numpy.savez writes it: ")
        .hasMessageEndingWith(". Get the file again; for a single array say npy:FILE.");
    Path bomb = npz("X", npy("|u1", false, "2, 2", new byte[] {1, 2, 3, 4}));
    byte[] bytes = Files.readAllBytes(bomb);
    // The size of the entry in the central directory, which is the last record but one.
    int size = bytes.length - 22 - 46 - "X.npy".length() + 24;
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(size, Integer.MAX_VALUE);
    Files.write(bomb, bytes);
    assertThat(catchThrowable(() -> open("npz:" + bomb)))
        .hasMessageStartingWith(bomb + ": the array 'X' promises 2147483647 bytes from ")
        .hasMessageEndingWith(
            ", which no compression reaches. The file is damaged or hostile; get it again.");
  }

  @Test
  void aFlippedBitIsFound() throws IOException {
    Path file = folder.resolve("flip.npz");
    byte[] array = npy("|u1", false, "2, 2", new byte[] {1, 2, 3, 4});
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.setLevel(0);
      zip.putNextEntry(new ZipEntry("X.npy"));
      zip.write(array);
    }
    byte[] bytes = Files.readAllBytes(file);
    int value = 30 + "X.npy".length() + 5 + array.length - 1;
    assertThat(bytes[value]).isEqualTo((byte) 4);
    bytes[value] ^= 0x10;
    Files.write(file, bytes);
    assertRefused(
        () -> open("npz:" + file),
        "AE-D006 "
            + file
            + " cannot be read: its compression is damaged (the checksum of X.npy differs). Get the"
            + " file again.");
  }

  @Test
  void whatIsWrittenIsRead() {
    Path file = folder.resolve("codes.npy");
    float[] values = {1, -2.5f, 3, 4e-8f, 5, 6};
    RowWriter.write(file, List.of("a", "b", "c"), List.of("x", "y"), values);
    Dataset data = open("npy:" + file);
    assertThat(data.values()).isEqualTo(values);
    assertThat(data.size()).isEqualTo(2);
  }

  @Test
  void theAnomalySetsOpen() throws IOException {
    Path sets = RealData.folder("adbench");
    int count = 0;
    try (var files = Files.newDirectoryStream(sets, "*.npz")) {
      for (Path file : files) {
        Dataset data = open("npz:" + file);
        assertThat(data.spec().classes()).as("%s", file).isEqualTo(2);
        assertThat(data.size()).isGreaterThan(100);
        count++;
      }
    }
    assertThat(count).isEqualTo(18);
    Dataset cardio = open("npz:" + sets.resolve("6_cardio.npz"));
    assertThat(cardio.size()).isEqualTo(1831);
    assertThat(cardio.spec().features()).isEqualTo(21);
    assertThat(Arrays.stream(cardio.labels()).sum()).isEqualTo(176);
  }

  private static Dataset open(String selector) {
    Selector parsed = Selector.parse(selector);
    Parts parts =
        parsed.kind().equals("npy")
            ? new NpyProvider().open(parsed)
            : new NpzProvider().open(parsed);
    return Dataset.load(parts.train());
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private Path npz(Object... namesAndArrays) throws IOException {
    Path file = folder.resolve("arrays.npz");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < namesAndArrays.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndArrays[i] + ".npy"));
        zip.write((byte[]) namesAndArrays[i + 1]);
      }
    }
    return file;
  }

  private static byte[] npy(String type, boolean fortran, String shape, byte[] values) {
    String text =
        "{'descr': '"
            + type
            + "', 'fortran_order': "
            + (fortran ? "True" : "False")
            + ", 'shape': ("
            + shape
            + "), }\n";
    return ByteBuffer.allocate(10 + text.length() + values.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
        .putShort((short) text.length())
        .put(text.getBytes(StandardCharsets.US_ASCII))
        .put(values)
        .array();
  }
}
