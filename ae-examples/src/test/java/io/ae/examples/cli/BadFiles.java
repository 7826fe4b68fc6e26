package io.ae.examples.cli;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes inputs that must be refused, each with one thing wrong. */
final class BadFiles {
  private final Path folder;

  BadFiles(Path folder) {
    this.folder = folder;
  }

  /** Writes them all; {@code good.ae} is there already. */
  void write() throws IOException {
    byte[] images = idx(new int[] {12, 4, 4}, 12 * 16);
    put("images.idx", images);
    put("cut.idx", Arrays.copyOf(images, images.length - 5));
    put("labels.idx", idx(new int[] {11}, 11));
    text("ragged.csv", "a,b\n1,2\n3,4\n5\n");
    text("words.csv", "a,b\n1,2\n3,tall\n");
    text("nan.csv", "a,b\n1,2\n3,NaN\n5,6\n");
    text("good.csv", "a,b\n1,2\n3,4\n5,6\n7,8\n9,10\n");
    text("config.json", "{\"model\": {\"hiden\": [8], \"code\": 0}, \"train\": {\"epochs\": -1}}");
    byte[] model = Files.readAllBytes(folder.resolve("good.ae"));
    put("cut.ae", Arrays.copyOf(model, model.length / 2));
    byte[] flipped = model.clone();
    flipped[flipped.length / 2] ^= 8;
    put("flipped.ae", flipped);
    bomb("bomb.ae");
    put("newer.ae", newer(model));
  }

  private static byte[] idx(int[] dims, int elements) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(0x0800 | dims.length);
    for (int dim : dims) {
      out.writeInt(dim);
    }
    out.write(new byte[elements]);
    return bytes.toByteArray();
  }

  /** Copies the model with its format raised, checksums mended. */
  private byte[] newer(byte[] model) {
    String text = new String(model, StandardCharsets.ISO_8859_1);
    int at = text.indexOf("\"format\"");
    int start = text.lastIndexOf('{', at);
    int digit = at + text.substring(at).indexOf('1');
    for (int end = digit; end < model.length; end++) {
      // The entry ends where its checksum, which stands in the directory too, is the right one.
      byte[] old = checksum(model, start, end);
      if (model[end - 1] == '}' && count(model, old) == 2) {
        byte[] bad = model.clone();
        bad[digit] = '9';
        replace(bad, old, checksum(bad, start, end));
        return bad;
      }
    }
    throw new IllegalStateException("no entry begins with a format");
  }

  private static byte[] checksum(byte[] bytes, int from, int to) {
    CRC32 sum = new CRC32();
    sum.update(bytes, from, to - from);
    return ByteBuffer.allocate(4)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt((int) sum.getValue())
        .array();
  }

  private static int count(byte[] bytes, byte[] wanted) {
    int count = 0;
    for (int i = 0; i + 4 <= bytes.length; i++) {
      count += Arrays.equals(bytes, i, i + 4, wanted, 0, 4) ? 1 : 0;
    }
    return count;
  }

  private static void replace(byte[] bytes, byte[] old, byte[] by) {
    for (int i = 0; i + 4 <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + 4, old, 0, 4)) {
        System.arraycopy(by, 0, bytes, i, 4);
      }
    }
  }

  /** Writes a zip whose only entry unpacks to much more than it takes. */
  private void bomb(String name) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      zip.putNextEntry(new ZipEntry("model.json"));
      zip.write(new byte[5_000_000]);
      zip.closeEntry();
    }
  }

  private void text(String name, String text) throws IOException {
    put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private void put(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
  }
}
