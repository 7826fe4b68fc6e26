package io.ae.core.baseline;

import io.ae.core.metric.Axpy;
import java.util.Arrays;

/**
 * Rows about a centre, block by block with each column an array: so the distances of many rows to
 * one point are sums that run along the rows, and vectorise.
 */
final class RowColumns {
  /** Rows of a block. */
  static final int ROWS = 256;

  private final int rows;
  private final int width;
  private final float[] origin;
  private final float[][][] columns; // [blocks][width, to a multiple of 4][ROWS]
  private final float[][] squares; // [blocks][ROWS]

  /**
   * @param values row-major, {@code [rows, width]}; copied
   * @param origin what is subtracted, {@code [width]}: near the rows, so that few digits are lost
   */
  RowColumns(float[] values, int width, float[] origin) {
    this.rows = values.length / width;
    this.width = width;
    this.origin = origin;
    int blocks = (rows + ROWS - 1) / ROWS;
    this.columns = new float[blocks][(width + 3) / 4 * 4][ROWS];
    this.squares = new float[blocks][ROWS];
    for (int i = 0; i < rows; i++) {
      float square = 0;
      for (int j = 0; j < width; j++) {
        float value = values[i * width + j] - origin[j];
        columns[i / ROWS][j][i % ROWS] = value;
        square += value * value;
      }
      squares[i / ROWS][i % ROWS] = square;
    }
  }

  /** Returns the mean of rows, {@code [width]}. */
  static float[] mean(float[] values, int width) {
    double[] sums = new double[width];
    for (int at = 0; at < values.length; at++) {
      sums[at % width] += values[at];
    }
    float[] mean = new float[width];
    for (int j = 0; j < width; j++) {
      mean[j] = (float) (sums[j] / (values.length / width));
    }
    return mean;
  }

  int rows() {
    return rows;
  }

  int blocks() {
    return columns.length;
  }

  /** Returns the number of rows of a block. */
  int rows(int block) {
    return Math.min(ROWS, rows - block * ROWS);
  }

  /** Returns one row, about the origin. */
  double[] row(int i) {
    double[] row = new double[width];
    for (int j = 0; j < width; j++) {
      row[j] = columns[i / ROWS][j][i % ROWS];
    }
    return row;
  }

  /** Adds one row to a sum. */
  void add(int i, double[] into) {
    for (int j = 0; j < width; j++) {
      into[j] += columns[i / ROWS][j][i % ROWS];
    }
  }

  /** Returns a point about the origin in the rows' own units. */
  float[] restored(double[] point) {
    float[] own = new float[width];
    for (int j = 0; j < width; j++) {
      own[j] = (float) (point[j] + origin[j]);
    }
    return own;
  }

  /**
   * Computes the squared distances of a block's rows to a point about the origin, at least 0.
   *
   * @param into {@code [ROWS]}
   */
  void distances(int block, double[] point, float[] into) {
    float[][] x = columns[block];
    float[] w = new float[x.length];
    double square = 0;
    for (int j = 0; j < width; j++) {
      w[j] = (float) (-2 * point[j]);
      square += point[j] * point[j];
    }
    Arrays.fill(into, (float) square);
    for (int r = 0; r < ROWS; r++) {
      into[r] += squares[block][r];
    }
    Axpy.combine(into, ROWS, w, x, 0, x.length);
    for (int r = 0; r < ROWS; r++) {
      into[r] = Math.max(0, into[r]);
    }
  }
}
