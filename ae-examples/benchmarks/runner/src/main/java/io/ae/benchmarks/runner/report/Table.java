package io.ae.benchmarks.runner.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of text.
 *
 * @param title its heading
 * @param note what its columns mean, or empty
 * @param columns their heads
 * @param rows as many cells as columns each
 */
public record Table(String title, String note, List<String> columns, List<List<String>> rows) {
  /** Keeps copies; rows can be added with {@link #add}. */
  public Table {
    columns = List.copyOf(columns);
    rows = new ArrayList<>(rows);
  }

  /** Makes a table without rows. */
  public Table(String title, String note, List<String> columns) {
    this(title, note, columns, List.of());
  }

  /** Adds a row. */
  public void add(List<String> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(
          title + ": " + columns.size() + " columns, found " + cells.size() + " cells");
    }
    rows.add(List.copyOf(cells));
  }

  /** Returns each row as cells by column. */
  public List<Map<String, String>> records() {
    List<Map<String, String>> records = new ArrayList<>();
    for (List<String> row : rows) {
      Map<String, String> cells = new LinkedHashMap<>();
      for (int i = 0; i < row.size(); i++) {
        cells.put(columns.get(i), row.get(i));
      }
      records.add(cells);
    }
    return records;
  }

  /** Returns it as Markdown, heading first. */
  public String markdown() {
    StringBuilder text = new StringBuilder("## " + title + "\n\n");
    line(text, columns);
    line(text, columns.stream().map(c -> "---").toList());
    rows.forEach(row -> line(text, row));
    if (!note.isEmpty()) {
      text.append('\n').append(note).append('\n');
    }
    return text.toString();
  }

  private static void line(StringBuilder text, List<String> cells) {
    text.append('|');
    cells.forEach(c -> text.append(' ').append(c.replace("|", "\\|")).append(" |"));
    text.append('\n');
  }
}
