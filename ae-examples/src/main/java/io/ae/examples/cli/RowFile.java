package io.ae.examples.cli;

import io.ae.api.AeException;
import io.ae.core.data.RowWriter;
import java.nio.file.Path;
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
    RowWriter.write(file, names, ids, values);
  }
}
