package io.ae.core.data.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.ae.api.AeException;
import io.ae.core.data.source.InputFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * What one pass over a file finds out; every field has been checked by then.
 *
 * @param layout which field is what
 * @param rows number of rows
 * @param low least feature
 * @param high largest feature
 * @param classes names of the classes, in order: of numbers if all are whole numbers, else of text
 */
record CsvScan(CsvLayout layout, long rows, float low, float high, List<String> classes) {
  /**
   * Reads a file from its first to its last line.
   *
   * @throws AeException {@code AE-D012} if it has no row, and what the lines have wrong
   */
  static CsvScan of(CsvOptions options, InputFile file) {
    try (CsvLines lines = new CsvLines(file, options.delimiter())) {
      CsvRecord line = lines.next();
      if (line == null) {
        throw empty(file);
      }
      CsvLayout layout = CsvLayout.of(options, file, line);
      line = options.header() ? lines.next() : line;
      float[] values = new float[layout.features().length];
      TreeSet<String> classes = new TreeSet<>();
      float low = Float.POSITIVE_INFINITY;
      float high = Float.NEGATIVE_INFINITY;
      long rows = 0;
      for (; line != null; line = lines.next(), rows++) {
        layout.values(line, file, values, 0);
        for (float value : values) {
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
        if (layout.label() >= 0) {
          classes.add(line.getField(layout.label()).strip());
        }
      }
      if (rows == 0) {
        throw empty(file);
      }
      classes.remove(""); // a row without a class
      return new CsvScan(layout, rows, low, high, ordered(classes));
    }
  }

  private static AeException empty(InputFile file) {
    return new AeException(
        "AE-D012", file + ": at least one row is wanted, found none. Get the file again.");
  }

  private static List<String> ordered(TreeSet<String> classes) {
    List<String> names = new ArrayList<>(classes);
    if (names.stream().allMatch(name -> name.matches("-?[0-9]{1,18}"))) {
      names.sort(Comparator.comparingLong(Long::parseLong));
    }
    return names;
  }
}
