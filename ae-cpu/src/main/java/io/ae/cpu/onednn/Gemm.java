package io.ae.cpu.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_sgemm;

import io.ae.cpu.memory.Address;

/**
 * Row-major products {@code c = op(a) · op(b) + beta · c} of float32 matrices.
 *
 * <p>oneDNN's {@code sgemm} reached within a few percent of its {@code inner_product} and {@code
 * matmul} primitives in all three directions of a dense layer, is faster on tiny ones, takes any
 * number of rows and has no layouts that fall to a reference kernel. One object serves one thread.
 */
public final class Gemm implements MatrixProduct {
  private final Address a = new Address();
  private final Address b = new Address();
  private final Address c = new Address();

  /** Makes the pointers that a call fills. */
  public Gemm() {}

  /**
   * Multiplies.
   *
   * @param aTransposed whether a is stored {@code [k, m]} instead of {@code [m, k]}
   * @param bTransposed whether b is stored {@code [n, k]} instead of {@code [k, n]}
   * @param m rows of the result, at least 1
   * @param n columns of the result, at least 1
   * @param k what is summed over, at least 1
   * @param aAddress machine address of a
   * @param bAddress machine address of b
   * @param beta 0 to replace c, 1 to add to it
   * @param cAddress machine address of c
   */
  public void run(
      boolean aTransposed,
      boolean bTransposed,
      int m,
      int n,
      int k,
      long aAddress,
      long bAddress,
      float beta,
      long cAddress) {
    int aWidth = aTransposed ? m : k;
    sgemm(aTransposed, bTransposed, m, n, k, 1f, aAddress, aWidth, bAddress, beta, cAddress, n);
  }

  /** Returns whether nothing else is quicker at products of so many columns. */
  public static boolean suits(int columns) {
    return !NarrowGemm.narrow(columns);
  }

  /**
   * Adds a multiple of a product: {@code c = alpha · aᵀ · b + c}.
   *
   * @param alpha the factor
   * @param m rows of the result, at least 1
   * @param n columns of the result, at least 1
   * @param k what is summed over, at least 1
   * @param aAddress machine address of a's first element that is read
   * @param aWidth elements from one stored row of a to the next
   * @param bAddress machine address of b, {@code [k, n]}
   * @param cAddress machine address of c, {@code [m, n]}
   */
  public void add(
      float alpha, int m, int n, int k, long aAddress, int aWidth, long bAddress, long cAddress) {
    sgemm(true, false, m, n, k, alpha, aAddress, aWidth, bAddress, 1f, cAddress, n);
  }

  @Override
  public void multiply(
      boolean aTransposed,
      boolean bTransposed,
      int m,
      int n,
      int k,
      long aAddress,
      int aWidth,
      long bAddress,
      long cAddress,
      int cWidth) {
    sgemm(aTransposed, bTransposed, m, n, k, 1f, aAddress, aWidth, bAddress, 0f, cAddress, cWidth);
  }

  private void sgemm(
      boolean aTransposed,
      boolean bTransposed,
      int m,
      int n,
      int k,
      float alpha,
      long aAddress,
      int aWidth,
      long bAddress,
      float beta,
      long cAddress,
      int cWidth) {
    int status =
        dnnl_sgemm(
            (byte) (aTransposed ? 'T' : 'N'),
            (byte) (bTransposed ? 'T' : 'N'),
            m,
            n,
            k,
            alpha,
            a.at(aAddress),
            aWidth,
            b.at(bAddress),
            bTransposed ? k : n,
            beta,
            c.at(cAddress),
            cWidth);
    OneDnn.check(status, "sgemm");
  }
}
