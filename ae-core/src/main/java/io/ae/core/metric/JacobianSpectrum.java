package io.ae.core.metric;

import io.ae.core.data.Dataset;
import io.ae.core.data.Scaling;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * How strongly, and in how many directions, an encoder answers to its input.
 *
 * @param rows it was measured on
 * @param meanNorm mean over rows of ‖J‖F
 * @param spectrum mean over rows of each singular value of J, largest first, {@code [min(L, D)]}
 */
public record JacobianSpectrum(int rows, double meanNorm, double[] spectrum) {
  /**
   * Measures.
   *
   * @param rows in their own units; the first so many are taken
   * @param scaling the model's
   * @param count rows at most, at least 1
   * @param threads at least 1
   */
  public static JacobianSpectrum of(
      EncoderJacobian jacobian, Dataset rows, Scaling scaling, int count, int threads) {
    int n = Math.min(count, rows.size());
    if (n < 1) {
      throw new IllegalArgumentException(count + " of " + rows.size() + " rows");
    }
    int features = rows.spec().features();
    double[][] values = new double[n][];
    // Some at a time: the Jacobians of all rows may not fit into memory.
    for (int from = 0; from < n; from += threads) {
      int some = Math.min(threads, n - from);
      float[][][] matrices = new float[some][][];
      for (int i = 0; i < some; i++) {
        float[] row =
            Arrays.copyOfRange(rows.values(), (from + i) * features, (from + i + 1) * features);
        scaling.apply(row, 1);
        matrices[i] = jacobian.at(row);
      }
      int first = from;
      Parallel.rows(
          some,
          threads,
          (part, begin, end) -> {
            for (int i = begin; i < end; i++) {
              values[first + i] = singular(matrices[i]);
            }
          });
    }
    double[] mean = new double[values[0].length];
    double norm = 0;
    for (double[] row : values) {
      double squares = 0;
      for (int k = 0; k < mean.length; k++) {
        mean[k] += row[k] / n;
        squares += row[k] * row[k];
      }
      norm += Math.sqrt(squares) / n;
    }
    return new JacobianSpectrum(n, norm, mean);
  }

  /** Returns σₖ/σ₁ of the mean spectrum, k counted from 1; NaN beyond the last. */
  public double ratio(int k) {
    return k > spectrum.length ? Double.NaN : spectrum[k - 1] / spectrum[0];
  }

  /** Returns the singular values of a matrix, largest first. */
  static double[] singular(float[][] matrix) {
    double[][] m = narrow(matrix);
    int n = m.length;
    DMatrixRMaj products = new DMatrixRMaj(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = dot(m[i], m[j]);
        products.set(i, j, sum);
        products.set(j, i, sum);
      }
    }
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, false, true);
    if (!eigen.decompose(products)) {
      throw new IllegalStateException("the eigenvalues of a " + n + "² matrix did not converge");
    }
    double[] values = new double[n];
    Arrays.setAll(values, i -> Math.sqrt(Math.max(0, eigen.getEigenvalue(i).getReal())));
    Arrays.sort(values);
    for (int i = 0; i < n / 2; i++) {
      double low = values[i];
      values[i] = values[n - 1 - i];
      values[n - 1 - i] = low;
    }
    return values;
  }

  /** Returns the matrix or its transpose, whichever has fewer rows. */
  private static double[][] narrow(float[][] matrix) {
    int rows = matrix.length;
    int columns = matrix[0].length;
    boolean turn = rows > columns;
    double[][] m = new double[Math.min(rows, columns)][Math.max(rows, columns)];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        m[turn ? j : i][turn ? i : j] = matrix[i][j];
      }
    }
    return m;
  }

  private static double dot(double[] a, double[] b) {
    double even = 0;
    double odd = 0;
    int j = 0;
    for (; j + 1 < a.length; j += 2) {
      even += a[j] * b[j];
      odd += a[j + 1] * b[j + 1];
    }
    return j < a.length ? even + odd + a[j] * b[j] : even + odd;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JacobianSpectrum j
        && rows == j.rows
        && meanNorm == j.meanNorm
        && Arrays.equals(spectrum, j.spectrum);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(spectrum) * 31 + rows;
  }

  @Override
  public String toString() {
    return "JacobianSpectrum[" + rows + " rows, mean norm " + meanNorm + "]";
  }
}
