package io.ae.examples.cli;

import io.ae.api.data.Column;
import io.ae.api.data.DataSpec;
import io.ae.core.data.ContactSheet;
import io.ae.core.data.Dataset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows as a model gives them back, written by the file's ending. */
final class RowOutput {
  private static final int COLUMNS = 10;
  private static final int SIDE = 84;

  private RowOutput() {}

  /**
   * Writes rows below their originals; a table has the last of them alone.
   *
   * @param made each {@code [rows][features]}, from the top to the bottom
   */
  static void write(Path out, Dataset originals, float[][]... made) {
    if (RowFile.ends(out, ".png")) {
      List<float[]> rows = new ArrayList<>(List.of(originals.values()));
      for (float[][] each : made) {
        rows.add(flat(each));
      }
      sheet(originals.spec()).write(out, rows);
    } else {
      float[] values = flat(made[made.length - 1]);
      RowFile.write(out, columns(originals.spec()), originals.ids(), values);
    }
  }

  /** Writes rows that have no originals, numbered from 0. */
  static void write(Path out, DataSpec spec, List<String> ids, float[][] made) {
    if (RowFile.ends(out, ".png")) {
      sheet(spec).write(out, List.of(flat(made)));
    } else {
      RowFile.write(out, columns(spec), ids, flat(made));
    }
  }

  private static ContactSheet sheet(DataSpec spec) {
    int widest = spec.picture() ? spec.row().dim(2) : 1;
    return new ContactSheet(spec, COLUMNS, Math.max(1, SIDE / widest));
  }

  private static List<String> columns(DataSpec spec) {
    return spec.columns().isEmpty()
        ? IntStream.range(0, spec.features()).mapToObj(i -> "x" + i).toList()
        : spec.columns().stream().map(Column::name).toList();
  }

  private static float[] flat(float[][] rows) {
    int width = rows.length == 0 ? 0 : rows[0].length;
    float[] values = new float[rows.length * width];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, values, i * width, width);
    }
    return values;
  }
}
