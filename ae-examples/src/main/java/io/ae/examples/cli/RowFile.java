package io.ae.examples.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.ae.api.AeException;
import io.ae.core.data.AtomicFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Rows of numbers as a file, by its name's ending: {@code .npy} (NumPy's format 1.0, float32,
 * {@code [rows, width]}) or {@code .csv} with the rows' ids in the first column.
 */
final class RowFile {
  private RowFile() {}

  /** Returns whether a name ends like that, whatever the letters' case. */
  static boolean ends(Path file, String ending) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(ending);
  }

  /**
   * Refuses a name before long work, rather than after it.
   *
   * @throws AeException {@code AE-X004} for another ending
   */
  static void check(Path file, String... endings) {
    for (String ending : endings) {
      if (ends(file, ending)) {
        return;
      }
    }
    throw new AeException(
        "AE-X004",
        "--out " + file + ": the ending says the kind of file, one of " + List.of(endings) + ".");
  }

  /**
   * Writes rows, replacing an older file in one step.
   *
   * @param names one for each column, for the header of a {@code .csv}
   * @param values row-major, {@code [rows, width]}
   */
  static void write(Path file, List<String> names, List<String> ids, float[] values) {
    check(file, ".npy", ".csv");
    AtomicFile.stream(
        file,
        out -> {
          if (ends(file, ".npy")) {
            npy(out, ids.size(), names.size(), values);
          } else {
            csv(out, names, ids, values);
          }
        });
  }

  /** R. Kern, "A simple file format for NumPy arrays", NEP 1, 2007. */
  private static void npy(OutputStream out, int rows, int width, float[] values)
      throws IOException {
    String header =
        "{'descr': '<f4', 'fortran_order': False, 'shape': (" + rows + ", " + width + "), }";
    int preamble = 10;
    int padded = (preamble + header.length() + 1 + 63) / 64 * 64 - preamble;
    ByteBuffer head = ByteBuffer.allocate(preamble + padded).order(ByteOrder.LITTLE_ENDIAN);
    head.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) padded);
    head.put(
        (header + " ".repeat(padded - header.length() - 1) + "\n")
            .getBytes(StandardCharsets.US_ASCII));
    out.write(head.array());
    ByteBuffer row = ByteBuffer.allocate(4 * width).order(ByteOrder.LITTLE_ENDIAN);
    for (int r = 0; r < rows; r++) {
      row.clear().asFloatBuffer().put(values, r * width, width);
      out.write(row.array());
    }
  }

  private static void csv(OutputStream out, List<String> names, List<String> ids, float[] values)
      throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
    List<String> record = new ArrayList<>(List.of("id"));
    record.addAll(names);
    csv.writeRecord(record);
    for (int r = 0, at = 0; r < ids.size(); r++) {
      record.clear();
      record.add(ids.get(r));
      for (int c = 0; c < names.size(); c++, at++) {
        record.add(number(values[at]));
      }
      csv.writeRecord(record);
    }
    csv.flush();
  }

  /** The shortest text that reads back to the same float; whole numbers without a point. */
  private static String number(float value) {
    return value == Math.rint(value) && Math.abs(value) < 1 << 24
        ? Integer.toString((int) value)
        : Float.toString(value);
  }
}
