package io.ae.core.baseline;

import io.ae.core.metric.Axpy;
import java.util.Arrays;

/** Some standardised rows, by row and by column, since products run fast along either. */
final class StandardRows {
  /** Rows at most. */
  static final int ROWS = 256;

  private final StandardColumns standard;
  private final float[][] rows; // [ROWS][width]
  private final float[][] columns; // [width, to a multiple of 4][ROWS]

  StandardRows(StandardColumns standard) {
    this.standard = standard;
    this.rows = new float[ROWS][standard.width()];
    this.columns = new float[(standard.width() + 3) / 4 * 4][ROWS];
  }

  /** Takes over n rows of {@code [rows, width]}, from one on; those up to ROWS become zeros. */
  void load(float[] values, int first, int n) {
    int width = standard.width();
    float[] mean = standard.mean();
    float[] scale = standard.scale();
    for (int r = 0; r < n; r++) {
      int at = (first + r) * width;
      for (int j = 0; j < width; j++) {
        rows[r][j] = (values[at + j] - mean[j]) * scale[j];
      }
    }
    for (int r = n; r < ROWS; r++) {
      Arrays.fill(rows[r], 0);
    }
    for (int j = 0; j < width; j++) {
      float[] column = columns[j];
      for (int r = 0; r < ROWS; r++) {
        column[r] = rows[r][j];
      }
    }
  }

  /**
   * Computes w·x + b for every class and row.
   *
   * @param weights for each class the width's, zeros to the next multiple of 4, then the bias
   * @param into {@code [classes][ROWS]}
   */
  void scores(float[][] weights, float[][] into) {
    for (int k = 0; k < weights.length; k++) {
      Arrays.fill(into[k], weights[k][columns.length]);
      Axpy.combine(into[k], ROWS, weights[k], columns, 0, columns.length);
    }
  }

  /**
   * Adds Σ over rows of residual · row to each class's gradient.
   *
   * @param residuals {@code [classes][ROWS]}
   * @param into {@code [classes][width]}
   */
  void gradients(float[][] residuals, float[][] into) {
    for (int k = 0; k < residuals.length; k++) {
      Axpy.combine(into[k], standard.width(), residuals[k], rows, 0, ROWS);
    }
  }
}
