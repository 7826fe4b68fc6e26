package io.ae.core.baseline;

import io.ae.core.data.Dataset;
import io.ae.core.data.Scaling;
import io.ae.core.metric.Parallel;
import java.util.Arrays;

/**
 * Principal component analysis: the linear code of least squared error (Pearson, "On lines and
 * planes of closest fit to systems of points in space", Philosophical Magazine 1901).
 *
 * @param mean of the rows learnt from, {@code [D]}
 * @param components orthonormal, largest variance first, {@code [k][D]}
 * @param variances of the rows along each component, {@code [k]}
 */
public record Pca(double[] mean, double[][] components, double[] variances) {
  /** Beyond this many columns the whole decomposition would take minutes. */
  static final int WHOLE = 1024;

  /**
   * Learns from rows.
   *
   * @param components wanted, in [1, D]; fewer are returned only if there are fewer rows
   * @param threads at least 1
   */
  public static Pca fit(Dataset train, int components, int threads) {
    int width = train.spec().features();
    if (components < 1 || components > width || train.size() == 0) {
      throw new IllegalArgumentException(
          components + " components of " + train.size() + " rows of " + width + " columns");
    }
    if (width > WHOLE) {
      RowProducts rows = new RowProducts(train, Scaling.none(), threads);
      return Subspace.iterate(rows, rows.mean(), components, train.size());
    }
    Covariance covariance = Covariance.of(train, Scaling.none(), threads);
    return Eigen.largest(covariance.matrix(), covariance.mean(), components);
  }

  /**
   * Returns the mean over rows of ‖x − z‖², where z is the projection on the first components.
   *
   * @param rows of as many columns, in the units learnt from
   * @param k components used, at most as many as were learnt
   */
  public double squaredError(Dataset rows, int k, int threads) {
    double[] errors = squaredErrors(rows, k, threads);
    return Arrays.stream(errors).sum() / errors.length;
  }

  /** Returns ‖x − z‖² for each row, as {@link #squaredError} averages it. */
  public double[] squaredErrors(Dataset rows, int k, int threads) {
    if (rows.spec().features() != mean.length || k < 0 || k > components.length) {
      throw new IllegalArgumentException(
          k + " of " + components.length + " components, " + rows.spec().features() + " columns");
    }
    double[] errors = new double[rows.size()];
    Parallel.rows(
        rows.size(),
        threads,
        (part, from, to) -> {
          double[] row = new double[mean.length];
          for (int i = from; i < to; i++) {
            centre(rows.values(), i * mean.length, row);
            errors[i] = left(row, k);
          }
        });
    return errors;
  }

  /** Returns ‖x − z‖² of one centred row, which is changed. */
  double left(double[] row, int k) {
    for (int c = 0; c < k; c++) {
      // What is left after each component, rather than a difference of large squares.
      subtract(row, components[c], dot(row, components[c]));
    }
    return dot(row, row);
  }

  /** Copies a row less the mean. */
  void centre(float[] values, int at, double[] into) {
    for (int j = 0; j < mean.length; j++) {
      into[j] = values[at + j] - mean[j];
    }
  }

  /**
   * Returns the codes of rows.
   *
   * @return row-major, {@code [rows, k]}
   */
  public float[] encode(Dataset rows, int k) {
    float[] codes = new float[Math.multiplyExact(rows.size(), k)];
    double[] row = new double[mean.length];
    for (int i = 0; i < rows.size(); i++) {
      centre(rows.values(), i * mean.length, row);
      for (int c = 0; c < k; c++) {
        codes[i * k + c] = (float) dot(row, components[c]);
      }
    }
    return codes;
  }

  /**
   * Returns the rows that codes stand for, as {@link #encode} makes them.
   *
   * @param codes row-major, {@code [rows, k]}
   * @return {@code [rows][D]}
   */
  public float[][] decode(float[] codes, int k) {
    float[][] rows = new float[codes.length / k][];
    for (int i = 0; i < rows.length; i++) {
      double[] row = mean.clone();
      for (int c = 0; c < k; c++) {
        subtract(row, components[c], -codes[i * k + c]);
      }
      rows[i] = new float[row.length];
      for (int j = 0; j < row.length; j++) {
        rows[i][j] = (float) row[j];
      }
    }
    return rows;
  }

  static double dot(double[] a, double[] b) {
    double even = 0;
    double odd = 0;
    int j = 0;
    for (; j + 1 < a.length; j += 2) {
      even += a[j] * b[j];
      odd += a[j + 1] * b[j + 1];
    }
    return j < a.length ? even + odd + a[j] * b[j] : even + odd;
  }

  static void subtract(double[] from, double[] direction, double times) {
    for (int j = 0; j < from.length; j++) {
      from[j] -= times * direction[j];
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Pca p
        && Arrays.equals(mean, p.mean)
        && Arrays.deepEquals(components, p.components)
        && Arrays.equals(variances, p.variances);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(mean) * 31 + Arrays.hashCode(variances);
  }

  @Override
  public String toString() {
    return "Pca[" + components.length + " of " + mean.length + "]";
  }
}
