package io.ae.core.baseline;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** Eigenvectors of small symmetric matrices. */
final class Eigen {
  private Eigen() {}

  /**
   * Returns the components that belong to the largest eigenvalues.
   *
   * @param covariance {@code [D, D]}, symmetric
   */
  static Pca largest(double[][] covariance, double[] mean, int components) {
    int n = covariance.length;
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
    if (!eigen.decompose(new DMatrixRMaj(covariance))) {
      throw new IllegalStateException("the eigenvectors of a " + n + "² matrix did not converge");
    }
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -eigen.getEigenvalue(i).getReal()))
            .limit(components)
            .mapToInt(Integer::intValue)
            .toArray();
    double[][] vectors = new double[order.length][];
    double[] variances = new double[order.length];
    for (int c = 0; c < order.length; c++) {
      vectors[c] = eigen.getEigenVector(order[c]).getData().clone();
      variances[c] = Math.max(0, eigen.getEigenvalue(order[c]).getReal());
    }
    return new Pca(mean, vectors, variances);
  }
}
