package io.ae.core.data;

import io.ae.api.AeException;
import java.io.BufferedOutputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Writes rows of numbers, such as codes and reconstructions, as {@code .npy} (single precision,
 * without ids) or {@code .csv} (a header, the id first), whole or not at all.
 */
public final class RowWriter {
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
    stream(file, columns, sink -> sink.add(ids, values, ids.size()));
  }

  /**
   * Writes rows as they come, replacing an older file in one step.
   *
   * @param columns names of the columns, one for each value of a row
   * @param rows hands all rows to the sink, with their ids where {@link #named} says so
   * @throws AeException {@code AE-D070} if the name has another ending, {@code AE-F010} if the
   *     folder is missing or the disk is full; what {@code rows} throws leaves an older file as it
   *     was
   */
  public static void stream(Path file, List<String> columns, Consumer<RowSink> rows) {
    checkName(file);
    AtomicFile.write(
        file,
        channel -> {
          if (named(file)) {
            CsvRows csv =
                new CsvRows(new BufferedOutputStream(Channels.newOutputStream(channel)), columns);
            rows.accept(csv);
            csv.finish();
          } else {
            NpyRows npy = new NpyRows(channel, columns.size());
            rows.accept(npy);
            npy.finish();
          }
        });
  }

  /** Returns whether a file of that name holds the ids of rows. */
  public static boolean named(Path file) {
    return ends(file, ".csv");
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
}
