package io.ae.cpu.onednn;

/** Row-major products {@code c = op(a) · op(b)}, the sums in float32; a and b share a type. */
public interface MatrixProduct {
  /**
   * Multiplies parts of stored matrices.
   *
   * @param aTransposed whether a is stored {@code [k, m]} instead of {@code [m, k]}
   * @param bTransposed whether b is stored {@code [n, k]} instead of {@code [k, n]}
   * @param m rows of the result, at least 1
   * @param n columns of the result, at least 1
   * @param k what is summed over, at least 1
   * @param aAddress machine address of a's first element
   * @param aWidth elements from one stored row of a to the next
   * @param bAddress machine address of b
   * @param cAddress machine address of c's first element, float32
   * @param cWidth elements from one row of c to the next
   */
  void multiply(
      boolean aTransposed,
      boolean bTransposed,
      int m,
      int n,
      int k,
      long aAddress,
      int aWidth,
      long bAddress,
      long cAddress,
      int cWidth);
}
