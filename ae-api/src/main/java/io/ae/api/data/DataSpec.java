package io.ae.api.data;

import io.ae.api.graph.Shape;
import java.util.List;

/**
 * What rows look like: all that a network may know of the data before it sees them.
 *
 * @param row shape of one row, fixed: {@code [D]}, or {@code [C, Y, X]} for pictures
 * @param columns names and kinds, one for each of the row's elements; empty where they have no
 *     names
 * @param low the least value of the numeric columns, −∞ if not known
 * @param high the largest, +∞ if not known
 * @param density share of elements that are not zero, in (0, 1]; below 1 rows are given sparse
 * @param classes number of classes; 0 without labels
 * @param classNames names of the classes; empty where they have none
 */
public record DataSpec(
    Shape row,
    List<Column> columns,
    double low,
    double high,
    double density,
    int classes,
    List<String> classNames) {
  public DataSpec {
    columns = List.copyOf(columns);
    classNames = List.copyOf(classNames);
    if (!row.fixed() || row.rank() == 0) {
      throw new IllegalArgumentException(
          "a row has a fixed shape of at least one axis, got " + row);
    }
    if (!columns.isEmpty() && columns.size() != row.elements()) {
      throw new IllegalArgumentException(columns.size() + " columns for rows of shape " + row);
    }
  }

  /** Returns the spec of real vectors of any range, without labels. */
  public static DataSpec vectors(int features) {
    return new DataSpec(
        Shape.of(features),
        List.of(),
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY,
        1,
        0,
        List.of());
  }

  /** Returns the spec of pictures with values in [0, 1]. */
  public static DataSpec pictures(
      int channels, int height, int width, int classes, List<String> classNames) {
    return new DataSpec(Shape.of(channels, height, width), List.of(), 0, 1, 1, classes, classNames);
  }

  /** Returns the number of values of a row. */
  public int features() {
    return Math.toIntExact(row.elements());
  }

  /** Returns whether a row is a picture {@code [C, Y, X]} of one or three channels. */
  public boolean picture() {
    return row.rank() == 3 && (row.dim(0) == 1 || row.dim(0) == 3);
  }

  /** Returns whether rows are given as their non-zeros. */
  public boolean sparse() {
    return density < 1;
  }

  /** Returns whether every value is known to lie in [0, 1]. */
  public boolean unit() {
    return low >= 0 && high <= 1;
  }

  /** Returns the same rows with values in another range, as scaling leaves them. */
  public DataSpec withRange(double newLow, double newHigh) {
    return new DataSpec(row, columns, newLow, newHigh, density, classes, classNames);
  }
}
