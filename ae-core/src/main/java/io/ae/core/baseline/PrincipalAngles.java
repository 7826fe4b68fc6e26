package io.ae.core.baseline;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * The angles between two subspaces (Björck, Golub, "Numerical methods for computing angles between
 * linear subspaces", Mathematics of Computation 1973).
 */
public final class PrincipalAngles {
  private PrincipalAngles() {}

  /**
   * Returns the angles from the smallest to the largest.
   *
   * @param a vectors that span one subspace, {@code [k][D]}, linearly independent
   * @param b vectors that span the other, {@code [m][D]}, linearly independent
   * @return min(k, m) angles in radians, in [0, π/2]
   */
  public static double[] between(double[][] a, double[][] b) {
    DMatrixRMaj p = basis(a);
    DMatrixRMaj q = basis(b);
    DMatrixRMaj cosines = new DMatrixRMaj(p.numRows, q.numRows);
    CommonOps_DDRM.multTransB(p, q, cosines);
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(p.numRows, q.numRows, false, false, true);
    if (!svd.decompose(cosines)) {
      throw new IllegalStateException("the singular values did not converge");
    }
    double[] angles = new double[Math.min(a.length, b.length)];
    double[] values = svd.getSingularValues();
    for (int i = 0; i < angles.length; i++) {
      angles[i] = Math.acos(Math.min(1, values[i]));
    }
    Arrays.sort(angles);
    return angles;
  }

  private static DMatrixRMaj basis(double[][] vectors) {
    double[][] copy = new double[vectors.length][];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = vectors[i].clone();
    }
    Subspace.orthonormalise(copy);
    return new DMatrixRMaj(copy);
  }
}
