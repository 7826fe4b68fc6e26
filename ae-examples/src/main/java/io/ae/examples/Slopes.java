package io.ae.examples;

import io.ae.api.Autoencoder;
import io.ae.api.Codes;

/** How codes answer to small changes of a row, by central differences: any encoder will do. */
final class Slopes {
  private static final float STEP = .01f;

  private Slopes() {}

  /**
   * Returns J·v at rows, one direction for each.
   *
   * @param rows {@code [rows][D]}
   * @param directions of length 1, {@code [rows][D]}
   * @return {@code [rows][L]}
   */
  static float[][] along(Autoencoder model, float[][] rows, float[][] directions) {
    float[][] both = new float[2 * rows.length][];
    for (int i = 0; i < rows.length; i++) {
      both[2 * i] = moved(rows[i], directions[i], STEP);
      both[2 * i + 1] = moved(rows[i], directions[i], -STEP);
    }
    var codes = model.encode(both);
    float[][] slopes = new float[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      slopes[i] = moved(codes.row(2 * i), codes.row(2 * i + 1), -1);
      for (int j = 0; j < slopes[i].length; j++) {
        slopes[i][j] /= 2 * STEP;
      }
    }
    return slopes;
  }

  /** Returns the encoder's Jacobian at a row, {@code [L][D]}. */
  static float[][] jacobian(Autoencoder model, float[] row) {
    float[][] rows = new float[row.length][];
    float[][] axes = new float[row.length][row.length];
    for (int j = 0; j < row.length; j++) {
      rows[j] = row;
      axes[j][j] = 1;
    }
    float[][] columns = along(model, rows, axes);
    float[][] jacobian = new float[model.codeWidth()][row.length];
    for (int j = 0; j < row.length; j++) {
      for (int unit = 0; unit < jacobian.length; unit++) {
        jacobian[unit][j] = columns[j][unit];
      }
    }
    return jacobian;
  }

  /** Returns how far apart codes are: the mean distance between one and the next. */
  static double spread(Codes codes) {
    double sum = 0;
    for (int i = 0; i < codes.rows(); i++) {
      float[] next = codes.row((i + 1) % codes.rows());
      sum += length(moved(codes.row(i), next, -1));
    }
    return sum / codes.rows();
  }

  /** Returns the Euclidean length. */
  static double length(float[] v) {
    double square = 0;
    for (float value : v) {
      square += value * value;
    }
    return Math.sqrt(square);
  }

  /** Returns x + t·v. */
  static float[] moved(float[] x, float[] v, float t) {
    float[] moved = x.clone();
    for (int j = 0; j < moved.length; j++) {
      moved[j] += t * v[j];
    }
    return moved;
  }
}
