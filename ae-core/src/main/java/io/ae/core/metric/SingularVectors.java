package io.ae.core.metric;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * The directions of the input to which a linear map answers most.
 *
 * @param values singular values, largest first, {@code [k]}
 * @param right right singular vectors, each of length 1, {@code [k][D]}; their signs are arbitrary
 */
public record SingularVectors(double[] values, double[][] right) {
  /**
   * Decomposes a matrix.
   *
   * @param matrix {@code [L][D]}
   * @param count k, at most the smaller of L and D
   */
  public static SingularVectors of(float[][] matrix, int count) {
    int rows = matrix.length;
    int columns = matrix[0].length;
    if (count < 1 || count > Math.min(rows, columns)) {
      throw new IllegalArgumentException(count + " vectors of a " + rows + "×" + columns);
    }
    DMatrixRMaj m = new DMatrixRMaj(rows, columns);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        m.set(i, j, matrix[i][j]);
      }
    }
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(rows, columns, false, true, true);
    if (!svd.decompose(m)) {
      throw new IllegalStateException("the singular values did not converge");
    }
    double[] all = svd.getSingularValues();
    DMatrixRMaj transposed = svd.getV(null, true);
    int[] order = order(all, svd.numberOfSingularValues());
    double[] values = new double[count];
    double[][] right = new double[count][columns];
    for (int k = 0; k < count; k++) {
      values[k] = all[order[k]];
      for (int j = 0; j < columns; j++) {
        right[k][j] = transposed.get(order[k], j);
      }
    }
    return new SingularVectors(values, right);
  }

  private static int[] order(double[] values, int count) {
    return IntStream.range(0, count)
        .boxed()
        .sorted((a, b) -> Double.compare(values[b], values[a]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SingularVectors s
        && Arrays.equals(values, s.values)
        && Arrays.deepEquals(right, s.right);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "SingularVectors" + Arrays.toString(values);
  }
}
