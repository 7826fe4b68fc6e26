package io.ae.cpu.onednn;

/**
 * Products with few columns, whole vectors of them: {@code sgemm} works on them at half its speed,
 * a third with the right factor transposed; a {@code matmul} primitive does not. What is small in
 * every direction goes to {@code sgemm} all the same, which starts sooner.
 */
final class NarrowGemm implements MatrixProduct {
  private static final int MOST_COLUMNS = 64;

  /** Elements of a vector: with a remainder of columns the primitive is the slower one. */
  private static final int VECTOR = 16;

  /** Multiplications that are worth a primitive. */
  private static final long LEAST_WORK = 1 << 19;

  private final SizedGemm sized;
  private final Gemm plain;
  private boolean refused;

  NarrowGemm(SizedGemm sized, Gemm plain) {
    this.sized = sized;
    this.plain = plain;
  }

  static boolean narrow(int columns) {
    return columns > 0 && columns <= MOST_COLUMNS && columns % VECTOR == 0;
  }

  @Override
  public void multiply(
      boolean aTransposed,
      boolean bTransposed,
      int m,
      int n,
      int k,
      long a,
      int aWidth,
      long b,
      long c) {
    if (!refused && (long) m * n * k >= LEAST_WORK) {
      try {
        sized.multiply(aTransposed, bTransposed, m, n, k, a, aWidth, b, c);
        return;
      } catch (Execution.ReferenceOnly e) {
        // This CPU has nothing but a reference kernel for it, and that is never used.
        refused = true;
      }
    }
    plain.multiply(aTransposed, bTransposed, m, n, k, a, aWidth, b, c);
  }
}
