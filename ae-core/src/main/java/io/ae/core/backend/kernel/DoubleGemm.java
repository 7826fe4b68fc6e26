package io.ae.core.backend.kernel;

/** Matrix multiplication in double precision: the oracle, plain rather than quick. */
final class DoubleGemm extends Gemm {
  @Override
  public void add(int m, int n, int k) {
    double[] left = a.tensor.doubles();
    double[] right = b.tensor.doubles();
    double[] into = c.tensor.doubles();
    for (int i = 0; i < m; i++) {
      int to = c.offset + i * c.row;
      for (int p = 0; p < k; p++) {
        double factor = left[a.offset + i * a.row + p * a.column];
        int from = b.offset + p * b.row;
        for (int j = 0; j < n; j++) {
          into[to + j] += factor * right[from + j * b.column];
        }
      }
    }
  }
}
