package io.ae.core.data.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.ae.api.AeException;
import io.ae.core.data.source.InputFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which field of a record is what.
 *
 * @param names of the features' columns
 * @param features fields that are features
 * @param label field of the class, −1 for none
 * @param id field of the id, −1 for none
 */
record CsvLayout(List<String> names, int[] features, int label, int id) {
  private static final int SHOWN = 30;

  /**
   * Resolves names against the first record of a file.
   *
   * @throws AeException {@code AE-D032} if a column that an option names is not there or a name
   *     stands twice, {@code AE-D004} if the header is none
   */
  static CsvLayout of(CsvOptions options, InputFile file, CsvRecord first) {
    List<String> columns = columns(options, file, first);
    int label =
        CsvOptions.LAST.equals(options.label())
            ? columns.size() - 1
            : find(options.label(), "label", columns, file);
    int id = find(options.id(), "id", columns, file);
    Set<Integer> out = new HashSet<>(List.of(label, id < 0 ? label : id));
    for (String name : options.drop()) {
      out.add(find(name, "drop", columns, file));
    }
    List<String> names = new ArrayList<>();
    List<Integer> features = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (!out.contains(i)) {
        names.add(columns.get(i));
        features.add(i);
      }
    }
    if (names.isEmpty()) {
      throw new AeException(
          "AE-D032",
          file
              + ": no column is left to learn from: found "
              + columns
              + ". Drop fewer, or say delimiter=semicolon, tab, space or pipe if it is not a"
              + " comma.");
    }
    return new CsvLayout(names, features.stream().mapToInt(Integer::intValue).toArray(), label, id);
  }

  private static List<String> columns(CsvOptions options, InputFile file, CsvRecord first) {
    List<String> columns = new ArrayList<>();
    boolean numbers = true;
    for (int i = 0; i < first.getFieldCount(); i++) {
      String field = first.getField(i).strip();
      columns.add(options.header() ? field : "c" + i);
      numbers &= CsvNumber.parse(field) != null;
    }
    if (options.header() && numbers) {
      throw new AeException(
          "AE-D004",
          file
              + ": the first line must name the columns, found only numbers. Say header=false if"
              + " the file has no header, so that no row is lost.");
    }
    Set<String> seen = new HashSet<>();
    for (String name : columns) {
      if (name.isEmpty() || !seen.add(name)) {
        throw new AeException(
            "AE-D032",
            file
                + ": each column needs a name of its own, '"
                + name
                + "' stands "
                + (name.isEmpty() ? "for one" : "twice")
                + ". Mend the header, or say header=false if there is none.");
      }
    }
    return columns;
  }

  private static int find(
      @Nullable String name, String option, List<String> columns, InputFile file) {
    int at = columns.indexOf(name);
    if (name != null && at < 0) {
      String more = columns.size() > SHOWN ? ", … (" + columns.size() + " in all)" : "";
      throw new AeException(
          "AE-D032",
          file
              + ": no column '"
              + name
              + "' ("
              + option
              + "="
              + name
              + "). The columns are "
              + String.join(", ", columns.subList(0, Math.min(SHOWN, columns.size())))
              + more
              + ".");
    }
    return at;
  }

  /**
   * Reads the features of a record.
   *
   * @throws AeException {@code AE-D031} if one is not a finite number
   */
  void values(CsvRecord line, InputFile file, float[] into, int at) {
    for (int j = 0; j < features.length; j++) {
      String field = line.getField(features[j]);
      Float value = CsvNumber.parse(field.strip());
      if (value == null) {
        throw new AeException(
            "AE-D031",
            file
                + ", line "
                + line.getStartingLineNumber()
                + ", column '"
                + names.get(j)
                + "' must be a finite number"
                + (CsvNumber.overflows(field.strip()) ? " in single precision" : "")
                + ", found '"
                + field
                + "'. Mend the field, or leave the column out with drop="
                + names.get(j)
                + ".");
      }
      into[at + j] = value;
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CsvLayout l && names.equals(l.names) && label == l.label && id == l.id;
  }

  @Override
  public int hashCode() {
    return names.hashCode();
  }

  @Override
  public String toString() {
    return names.toString();
  }
}
