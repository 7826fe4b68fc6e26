package io.ae.api.graph;

import java.util.List;

/** Matrix products. A factor that was just {@code transpose}d is not moved in memory. */
public sealed interface ProductOps extends Tracing permits Ops {
  /** {@code x [rows…, D] · w [D, H] + b [H] → [rows…, H]}. */
  default Value dense(Operand x, Operand w, Operand b) {
    return isTransposed(w)
        ? apply(new Product.Dense(true), x, ((Value) w).input(0), b)
        : apply(new Product.Dense(false), x, w, b);
  }

  /** {@code a [rows…, K] · b [K, M] → [rows…, M]}. */
  default Value matmul(Operand a, Operand b) {
    return isTransposed(b)
        ? matmulTransposed(a, ((Value) b).input(0))
        : apply(new Product.MatMul(false), a, b);
  }

  /** {@code a [rows…, K] · bᵀ → [rows…, M]} for {@code b [M, K]}. */
  default Value matmulTransposed(Operand a, Operand b) {
    return apply(new Product.MatMul(true), a, b);
  }

  /** Rowsᵀ × rows, a join over B: {@code a [rows…, M], b [rows…, K] → [M, K]}. */
  default Value contract(Operand a, Operand b) {
    return apply(new Product.Contract(), a, b);
  }

  private static boolean isTransposed(Operand w) {
    return w instanceof Value v
        && v.op() instanceof Layout.Permute p
        && p.axes().equals(List.of(1, 0))
        && v.input(0).shape().fixed();
  }
}
