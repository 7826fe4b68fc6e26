package io.ae.examples;

import io.ae.api.AeException;
import io.ae.api.data.DataSpec;
import io.ae.core.data.Dataset;
import io.ae.examples.report.Picture;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Rows as pictures. */
final class Pictures {
  private Pictures() {}

  /**
   * Refuses rows that are no pictures or have no classes.
   *
   * @param example that needs them
   * @throws AeException {@code AE-X023}
   */
  static void requireLabelled(String example, Dataset rows) {
    if (!rows.spec().picture() || rows.spec().classes() == 0) {
      throw new AeException(
          "AE-X023",
          example
              + " needs pictures with labels. Got rows of shape "
              + rows.spec().row()
              + (rows.spec().classes() == 0 ? " without labels" : "")
              + ". Try glyphs, mnist:DIR, fashion-mnist:DIR or cifar-10:DIR.");
    }
  }

  /** Returns rows with values in [0, 1] as pictures, one array after another. */
  static List<Picture> of(DataSpec spec, float[][]... rows) {
    return Arrays.stream(rows)
        .flatMap(Arrays::stream)
        .map(row -> Picture.of(spec.row().dim(0), spec.row().dim(1), spec.row().dim(2), row))
        .toList();
  }

  /** Returns rows with values of either sign as pictures. */
  static List<Picture> signed(DataSpec spec, float[][] rows) {
    return Arrays.stream(rows)
        .map(row -> Picture.signed(spec.row().dim(0), spec.row().dim(1), spec.row().dim(2), row))
        .toList();
  }

  /** Returns the first rows, at most so many. */
  static Dataset first(Dataset rows, int most) {
    return rows.select(IntStream.range(0, Math.min(most, rows.size())).toArray());
  }

  /** Returns all rows, {@code [rows][D]}. */
  static float[][] rows(Dataset rows) {
    return IntStream.range(0, rows.size()).mapToObj(rows::row).toArray(float[][]::new);
  }

  /** Returns the first row of each class that has one. */
  static float[][] oneOfEach(Dataset rows) {
    return IntStream.range(0, rows.spec().classes())
        .map(
            c ->
                IntStream.range(0, rows.size())
                    .filter(i -> rows.labels()[i] == c)
                    .findFirst()
                    .orElse(-1))
        .filter(i -> i >= 0)
        .mapToObj(rows::row)
        .toArray(float[][]::new);
  }
}
