package io.ae.cpu.onednn;

/**
 * Products with few columns, whole vectors of them: {@code sgemm} works on them at half its speed,
 * a third with the right factor transposed; a {@code matmul} primitive does not. What is small in
 * every direction goes to {@code sgemm} all the same, which starts sooner.
 *
 * <p>A primitive has fixed sizes, and making one leaves memory behind that the system does not get
 * back. So there is one for the rows of a full batch and one for a panel of rows, which does other
 * batches piece by piece, the last piece over some rows once more; sums over the rows of other
 * batches are {@code sgemm}'s.
 */
final class NarrowGemm implements MatrixProduct {
  private static final int MOST_COLUMNS = 64;

  /** Elements of a vector: with a remainder of columns the primitive is the slower one. */
  private static final int VECTOR = 16;

  /** Multiplications that are worth a primitive. */
  private static final long LEAST_WORK = 1 << 19;

  /** Rows of a panel. */
  private static final int PANEL = 64;

  private final SizedGemm sized;
  private final Gemm plain;
  private final int rows;
  private boolean refused;

  /**
   * @param rows of a full batch, of the result or summed over
   */
  NarrowGemm(SizedGemm sized, Gemm plain, int rows) {
    this.sized = sized;
    this.plain = plain;
    this.rows = rows;
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
      long c,
      int cWidth) {
    boolean full = (aTransposed ? k : m) == rows;
    int panel = full ? m : PANEL;
    boolean fits = full || (!aTransposed && m >= PANEL);
    if (!refused && fits && (long) panel * n * k >= LEAST_WORK) {
      try {
        panels(panel, aTransposed, bTransposed, m, n, k, a, aWidth, b, c, cWidth);
        return;
      } catch (Execution.ReferenceOnly e) {
        // This CPU has nothing but a reference kernel for it, and that is never used.
        refused = true;
      }
    }
    plain.multiply(aTransposed, bTransposed, m, n, k, a, aWidth, b, c, cWidth);
  }

  private void panels(
      int panel,
      boolean aTransposed,
      boolean bTransposed,
      int m,
      int n,
      int k,
      long a,
      int aWidth,
      long b,
      long c,
      int cWidth) {
    int done = 0;
    while (done < m) {
      int from = Math.min(done, m - panel);
      sized.multiply(
          aTransposed,
          bTransposed,
          panel,
          n,
          k,
          a + (long) Float.BYTES * from * aWidth,
          aWidth,
          b,
          c + (long) Float.BYTES * from * cWidth,
          cWidth);
      done = from + panel;
    }
  }
}
