package io.ae.examples;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Figures in columns, for people and for machines. */
public final class Table {
  private final List<String> names = new ArrayList<>();
  private final List<String> formats = new ArrayList<>();
  private final List<List<Object>> rows = new ArrayList<>();

  /** Without columns or rows. */
  public Table() {}

  /**
   * Adds a column.
   *
   * @param format of its numbers, such as {@code %.4f}; texts are shown as they are
   */
  public Table column(String name, String format) {
    names.add(name);
    formats.add(format);
    return this;
  }

  /** Adds a row: for each column a number or a text. */
  public Table row(Object... values) {
    if (values.length != names.size()) {
      throw new IllegalArgumentException(values.length + " values for the columns " + names);
    }
    rows.add(List.of(values));
    return this;
  }

  /** Returns the rows, each from column names to values. */
  public List<Map<String, Object>> records() {
    List<Map<String, Object>> records = new ArrayList<>();
    for (List<Object> row : rows) {
      Map<String, Object> record = new LinkedHashMap<>();
      for (int c = 0; c < row.size(); c++) {
        record.put(names.get(c), row.get(c));
      }
      records.add(record);
    }
    return records;
  }

  /** Returns the head and the rows as lines; texts stand left, numbers right. */
  public List<String> lines() {
    List<StringBuilder> lines = new ArrayList<>();
    for (int r = 0; r <= rows.size(); r++) {
      lines.add(new StringBuilder());
    }
    for (int c = 0; c < names.size(); c++) {
      List<String> cells = cells(c);
      int width = cells.stream().mapToInt(String::length).max().orElse(0);
      boolean number = !rows.isEmpty() && rows.get(0).get(c) instanceof Number;
      for (int r = 0; r < cells.size(); r++) {
        String gap = " ".repeat(width - cells.get(r).length());
        lines.get(r).append(number ? gap + cells.get(r) : cells.get(r) + gap).append("  ");
      }
    }
    return lines.stream().map(line -> line.toString().stripTrailing()).toList();
  }

  private List<String> cells(int column) {
    List<String> cells = new ArrayList<>();
    cells.add(names.get(column));
    for (List<Object> row : rows) {
      Object value = row.get(column);
      String format = value instanceof Number ? formats.get(column) : "%s";
      cells.add(String.format(Locale.ROOT, format, value));
    }
    return cells;
  }

  /** Returns the lines. */
  @Override
  public String toString() {
    return String.join(System.lineSeparator(), lines());
  }
}
