package io.ae.core.file;

import io.ae.api.AeException;
import io.ae.core.data.AtomicFile;
import io.ae.core.data.Quantiser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Quantised codes as a file, {@code .aec}. Little-endian, data only:
 *
 * <pre>
 * AECODES      7 bytes   what it is
 * format       1 byte    1
 * rows         i64
 * width        i32       units of a code, L
 * model        32 bytes  SHA-256 of the file of the model that decodes it
 * low, high    f32 [L]   each, range of each unit
 * codes        u8 [rows, L]
 * checksum     i32       CRC-32 of all that comes before
 * </pre>
 *
 * @param model SHA-256 of the model's file, 32 bytes
 * @param quantiser ranges of the units
 * @param codes row-major, {@code [rows, L]}
 */
public record CodeFile(byte[] model, Quantiser quantiser, byte[] codes) {
  /** The newest format; every older one is read for ever. */
  public static final int FORMAT = 1;

  private static final byte[] NAME = "AECODES".getBytes(StandardCharsets.US_ASCII);
  private static final int DIGEST = 32;
  private static final int HEAD = NAME.length + 1 + 8 + 4 + DIGEST;
  private static final int CHECKSUM = 4;

  /** Checks that sizes go together. */
  public CodeFile {
    if (model.length != DIGEST || codes.length % quantiser.width() != 0) {
      throw new IllegalArgumentException(
          model.length + " bytes of digest, " + codes.length + " of codes of " + quantiser.width());
    }
  }

  /** Returns the number of codes. */
  public int rows() {
    return codes.length / quantiser.width();
  }

  /** Returns the file's size in bytes. */
  public long bytes() {
    return size(rows(), quantiser.width());
  }

  private static long size(long rows, long width) {
    return HEAD + 8 * width + rows * width + CHECKSUM;
  }

  /**
   * Writes it, replacing an older file in one step.
   *
   * @throws AeException {@code AE-F010} if it cannot be written
   */
  public void write(Path file) {
    ByteBuffer head =
        ByteBuffer.allocate(HEAD + 8 * quantiser.width()).order(ByteOrder.LITTLE_ENDIAN);
    head.put(NAME).put((byte) FORMAT).putLong(rows()).putInt(quantiser.width()).put(model);
    for (float low : quantiser.low()) {
      head.putFloat(low);
    }
    for (float high : quantiser.high()) {
      head.putFloat(high);
    }
    CRC32 sum = new CRC32();
    sum.update(head.array());
    sum.update(codes);
    AtomicFile.stream(
        file,
        out -> {
          out.write(head.array());
          out.write(codes);
          out.write(little((int) sum.getValue()));
        });
  }

  private static byte[] little(int value) {
    return ByteBuffer.allocate(CHECKSUM).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }

  /**
   * Reads it; its size is compared with what its head says before memory is taken.
   *
   * @throws AeException {@code AE-F001} if it cannot be read, {@code AE-F002} if it is no file of
   *     codes or cut off, {@code AE-F003} if its checksum differs, {@code AE-F004} for another
   *     format, {@code AE-F005} if what it says makes no sense
   */
  public static CodeFile read(Path file) {
    try (FileChannel channel = FileChannel.open(file)) {
      return read(file, channel);
    } catch (IOException e) {
      String reason = e instanceof NoSuchFileException ? "there is no such file" : e.toString();
      throw new AeException(
          "AE-F001",
          "cannot read '" + file + "': " + reason + ". Check the path and the permissions.",
          e);
    }
  }

  private static CodeFile read(Path file, FileChannel channel) throws IOException {
    if (Files.isDirectory(file)) {
      throw foreign(file);
    }
    ByteBuffer head = bytes(channel, (int) Math.min(HEAD, channel.size()));
    byte[] name = new byte[NAME.length];
    if (head.remaining() > name.length) {
      head.get(name);
    }
    if (!Arrays.equals(name, NAME)) {
      throw foreign(file);
    }
    int format = head.get() & 0xff;
    if (format != FORMAT) {
      throw new AeException(
          "AE-F004",
          "'"
              + file
              + "' has format "
              + format
              + "; this program reads formats 1 to "
              + FORMAT
              + ". Use the version of ae that wrote it, or a newer one.");
    }
    if (head.remaining() < HEAD - NAME.length - 1) {
      throw cut(file, HEAD, channel.size());
    }
    long rows = head.getLong();
    int width = head.getInt();
    byte[] model = new byte[DIGEST];
    head.get(model);
    if (rows < 0 || width < 1 || rows > Integer.MAX_VALUE / width || width > 1 << 24) {
      throw new AeException(
          "AE-F005",
          "'"
              + file
              + "' says it has "
              + rows
              + " codes of "
              + width
              + " units, which cannot be."
              + " Write it anew with 'ae compress'.");
    }
    if (channel.size() != size(rows, width)) {
      throw cut(file, size(rows, width), channel.size());
    }
    return body(file, channel, model, (int) rows, width);
  }

  private static CodeFile body(Path file, FileChannel channel, byte[] model, int rows, int width)
      throws IOException {
    channel.position(0);
    ByteBuffer all = bytes(channel, (int) size(0, width) - CHECKSUM);
    CRC32 sum = new CRC32();
    sum.update(all.duplicate());
    all.position(HEAD);
    float[] low = floats(all, width);
    float[] high = floats(all, width);
    byte[] codes = bytes(channel, rows * width).array();
    sum.update(codes);
    if (bytes(channel, CHECKSUM).getInt() != (int) sum.getValue()) {
      throw new AeException(
          "AE-F003",
          "'"
              + file
              + "' has changed since it was written: its checksum differs. Take another copy"
              + " of it, or write it anew with 'ae compress'.");
    }
    try {
      return new CodeFile(model, new Quantiser(low, high), codes);
    } catch (IllegalArgumentException e) {
      throw new AeException(
          "AE-F005",
          "'" + file + "': " + e.getMessage() + ". Write it anew with 'ae compress'.",
          e);
    }
  }

  private static float[] floats(ByteBuffer from, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = from.getFloat();
    }
    return values;
  }

  private static ByteBuffer bytes(FileChannel channel, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes) < 0) {
        throw new IOException("it ends " + bytes.remaining() + " bytes early");
      }
    }
    return bytes.flip();
  }

  private static AeException foreign(Path file) {
    return new AeException(
        "AE-F002",
        "'"
            + file
            + "' is no file of codes: it does not begin like one. Give a file that"
            + " 'ae compress --out' has written.");
  }

  private static AeException cut(Path file, long wanted, long found) {
    return new AeException(
        "AE-F002",
        "'"
            + file
            + "' is cut off or damaged: it must be "
            + wanted
            + " bytes long, found "
            + found
            + ". Take another copy of it, or write it anew with 'ae compress'.");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CodeFile c
        && Arrays.equals(model, c.model)
        && quantiser.equals(c.quantiser)
        && Arrays.equals(codes, c.codes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(codes) * 31 + Arrays.hashCode(model);
  }

  @Override
  public String toString() {
    return "CodeFile[" + rows() + " codes of " + quantiser.width() + " units]";
  }
}
