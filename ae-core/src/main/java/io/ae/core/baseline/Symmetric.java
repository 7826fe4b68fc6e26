package io.ae.core.baseline;

/** A symmetric matrix that is known by what it does to vectors. */
interface Symmetric {
  /** Returns the matrix times each vector, {@code [k][D]}, in arrays of their own. */
  double[][] times(double[][] vectors);

  /** Returns the sum of the diagonal. */
  double trace();
}
