package io.ae.core.data;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.ae.api.AeException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes rows of numbers, such as codes and reconstructions, as {@code .npy} (single precision,
 * without ids) or {@code .csv} (a header, the id first), whole or not at all.
 */
public final class RowWriter {
  /** Whole numbers below this are written without a point: floats hold them exactly. */
  private static final float WHOLE = 1 << 24;

  /** Bytes that are written at once. */
  private static final int BLOCK = 1 << 15;

  private RowWriter() {}

  /**
   * Refuses a file of another kind before work is done for it.
   *
   * @throws AeException {@code AE-D070} if the name ends in neither {@code .npy} nor {@code .csv}
   */
  public static void checkName(Path file) {
    if (!ends(file, ".npy") && !ends(file, ".csv")) {
      throw new AeException(
          "AE-D070",
          file + " cannot be written: rows are written as .npy or .csv. Choose one by the name.");
    }
  }

  /**
   * Writes rows, replacing an older file in one step.
   *
   * @param columns names of the columns, one for each value of a row
   * @param ids one for each row
   * @param values row-major, {@code [rows, columns]}
   * @throws AeException {@code AE-D070} if the name has another ending, {@code AE-F010} if the
   *     folder is missing or the disk is full
   */
  public static void write(Path file, List<String> columns, List<String> ids, float[] values) {
    checkName(file);
    if (values.length != (long) ids.size() * columns.size()) {
      throw new IllegalArgumentException(
          values.length + " values are not " + ids.size() + " rows of " + columns.size());
    }
    AtomicFile.stream(
        file,
        ends(file, ".npy")
            ? out -> npy(out, ids.size(), columns.size(), values)
            : out -> csv(out, columns, ids, values));
  }

  /** Returns {@code name0}, {@code name1}, … */
  public static List<String> numbered(String name, int columns) {
    List<String> names = new ArrayList<>(columns);
    for (int i = 0; i < columns; i++) {
      names.add(name + i);
    }
    return names;
  }

  private static boolean ends(Path file, String ending) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(ending);
  }

  private static void npy(OutputStream out, int rows, int width, float[] values)
      throws IOException {
    String text =
        "{'descr': '<f4', 'fortran_order': False, 'shape': (" + rows + ", " + width + "), }";
    int length = (10 + text.length() + 1 + 63) / 64 * 64;
    ByteBuffer header = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    header.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    header.putShort((short) (length - 10)).put(text.getBytes(StandardCharsets.US_ASCII));
    while (header.remaining() > 1) {
      header.put((byte) ' ');
    }
    out.write(header.put((byte) '\n').array());
    ByteBuffer block = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);
    FloatBuffer floats = block.asFloatBuffer();
    for (int at = 0; at < values.length; at += floats.capacity()) {
      int n = Math.min(floats.capacity(), values.length - at);
      floats.clear().put(values, at, n);
      out.write(block.array(), 0, Float.BYTES * n);
    }
  }

  private static void csv(OutputStream out, List<String> columns, List<String> ids, float[] values)
      throws IOException {
    CsvWriter csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8);
    List<String> fields = new ArrayList<>(columns);
    fields.add(0, "id");
    csv.writeRecord(fields);
    for (int i = 0; i < ids.size(); i++) {
      fields.set(0, ids.get(i));
      for (int j = 0; j < columns.size(); j++) {
        fields.set(j + 1, text(values[i * columns.size() + j]));
      }
      csv.writeRecord(fields);
    }
    csv.flush();
  }

  private static String text(float value) {
    return value == Math.rint(value) && Math.abs(value) < WHOLE
        ? Integer.toString((int) value)
        : Float.toString(value);
  }
}
