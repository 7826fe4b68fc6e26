package io.ae.core.conformance;

import io.ae.api.data.DataSpec;
import io.ae.api.graph.Shape;
import java.util.Arrays;
import java.util.List;

/**
 * Sixteen rows of one kind of data: four patterns, four slightly different rows of each, which are
 * its classes.
 *
 * @param name for messages
 * @param spec what the rows look like
 * @param values row-major, {@code [16, D]}; zeros where sparse rows have none
 */
record TinyData(String name, DataSpec spec, double[] values) {
  static final int ROWS = 16;
  private static final int CLASSES = 4;
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  /** Returns one of each kind. */
  static List<TinyData> kinds() {
    return List.of(
        of("vectors of any range", spec(Shape.of(8), -INFINITY, INFINITY, 1)),
        of("vectors in [0, 1]", spec(Shape.of(8), 0, 1, 1)),
        of("pictures of one channel", spec(Shape.of(1, 8, 8), 0, 1, 1)),
        of("pictures of three channels", spec(Shape.of(3, 8, 8), 0, 1, 1)),
        of("sparse rows", spec(Shape.of(24), 0, INFINITY, .5)));
  }

  private static DataSpec spec(Shape row, double low, double high, double density) {
    return new DataSpec(row, List.of(), low, high, density, CLASSES, List.of());
  }

  private static TinyData of(String name, DataSpec spec) {
    double[] values = new double[ROWS * spec.features()];
    for (int i = 0; i < values.length; i++) {
      int row = i / spec.features();
      int column = i % spec.features();
      int pattern = row % CLASSES;
      double base = .5 + .4 * Math.sin(1.7 * (pattern + 1) * (column + 1) + pattern);
      double unit = base + .05 * Math.sin(3.1 * row + 2.3 * column);
      double value = spec.unit() || spec.sparse() ? unit : 4 * unit - 2;
      boolean zero = spec.sparse() && !SparseRows.kept(row, column);
      values[i] = zero ? 0 : (float) value;
    }
    return new TinyData(name, spec, values);
  }

  /** Returns some of the rows' values. */
  double[] rows(int from, int count) {
    int d = spec.features();
    return Arrays.copyOfRange(values, from * d, (from + count) * d);
  }

  /** Returns some of the rows' classes. */
  double[] labels(int from, int count) {
    double[] labels = new double[count];
    for (int i = 0; i < count; i++) {
      labels[i] = (from + i) % CLASSES;
    }
    return labels;
  }

  /** Returns Σ (x − mean of the column)². */
  double variance() {
    int d = spec.features();
    double sum = 0;
    for (int j = 0; j < d; j++) {
      double mean = 0;
      for (int i = 0; i < ROWS; i++) {
        mean += values[i * d + j] / ROWS;
      }
      for (int i = 0; i < ROWS; i++) {
        sum += Math.pow(values[i * d + j] - mean, 2);
      }
    }
    return sum;
  }
}
