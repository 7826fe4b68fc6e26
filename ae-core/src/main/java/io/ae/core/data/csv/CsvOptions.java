package io.ae.core.data.csv;

import io.ae.api.data.Selector;
import io.ae.core.data.source.Options;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How to read a table.
 *
 * @param selector the words it was given by
 * @param delimiter between fields
 * @param header whether the first line names the columns
 * @param label name of the column of classes, or {@link #LAST}; null for none
 * @param id name of the column that names the rows; null if they are numbered
 * @param drop columns to leave out
 */
record CsvOptions(
    Selector selector,
    char delimiter,
    boolean header,
    @Nullable String label,
    @Nullable String id,
    List<String> drop) {
  /** The label's column is the last one of the file. */
  static final String LAST = "last";

  /** Options that this kind of data has. */
  static final Set<String> NAMES = Set.of("label", "header", "drop", "id", "test", "delimiter");

  private static final Map<String, Character> DELIMITERS =
      Map.of("comma", ',', "semicolon", ';', "tab", '\t', "space", ' ', "pipe", '|');

  static CsvOptions of(Selector selector, Options options) {
    String label = options.text("label");
    String drop = options.text("drop");
    return new CsvOptions(
        selector,
        delimiter(options),
        options.flag("header", true),
        label == null || label.equals("none") ? null : label,
        options.text("id"),
        drop == null ? List.of() : List.of(drop.split("\\+")));
  }

  private static char delimiter(Options options) {
    String text = options.text("delimiter");
    if (text == null) {
      return ',';
    }
    Character named = DELIMITERS.get(text);
    if (named != null) {
      return named;
    }
    if (text.length() == 1 && text.charAt(0) != '"') {
      return text.charAt(0);
    }
    throw options.bad(
        "delimiter", text, "comma, semicolon, tab, space, pipe or one character", null);
  }
}
