package io.ae.api.data;

/**
 * One column of tabular rows.
 *
 * @param name the header's, or {@code c0}, {@code c1}, …
 * @param kind what its values are
 * @param categories number of categories n, values 0 … n−1; 0 unless categorical
 */
public record Column(String name, ColumnKind kind, int categories) {
  /** Returns a column of real numbers. */
  public static Column numeric(String name) {
    return new Column(name, ColumnKind.NUMERIC, 0);
  }
}
