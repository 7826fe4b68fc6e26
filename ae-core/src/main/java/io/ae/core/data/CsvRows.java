package io.ae.core.data;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Rows as a table with a header, their ids in the first column. */
final class CsvRows implements RowSink {
  /** Whole numbers below this are written without a point: floats hold them exactly. */
  private static final float WHOLE = 1 << 24;

  private final CsvWriter csv;
  private final int width;
  private final List<String> fields;

  CsvRows(OutputStream out, List<String> columns) {
    csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out, StandardCharsets.UTF_8);
    width = columns.size();
    fields = new ArrayList<>(columns);
    fields.add(0, "id");
    csv.writeRecord(fields);
  }

  @Override
  public void add(List<String> ids, float[] values, int rows) {
    for (int i = 0; i < rows; i++) {
      fields.set(0, ids.get(i));
      for (int j = 0; j < width; j++) {
        fields.set(j + 1, text(values[i * width + j]));
      }
      csv.writeRecord(fields);
    }
  }

  /** Hands on what is still held back. */
  void finish() throws IOException {
    csv.flush();
  }

  private static String text(float value) {
    return value == Math.rint(value) && Math.abs(value) < WHOLE
        ? Integer.toString((int) value)
        : Float.toString(value);
  }
}
