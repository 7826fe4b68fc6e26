package io.ae.api.graph;

/** Sparse rows; {@code x} is {@link Kind#SPARSE} {@code [B, D]}. */
public sealed interface SparseOps extends Tracing permits Ops {
  /** Sparse rows times {@code w [D, H] → [B, H]}. */
  default Value csrMatMul(Operand x, Operand w) {
    return csrMatMul(x, nonZeros(x), w);
  }

  /** The pattern of x with other values {@code v [N]}, times {@code w [D, H] → [B, H]}. */
  default Value csrMatMul(Operand x, Operand v, Operand w) {
    return apply(new Sparse.CsrMatMul(), x, v, w);
  }

  /** The values of the non-zeros, {@code [N]}. */
  default Value nonZeros(Operand x) {
    return apply(new Sparse.NonZeros(), x);
  }

  /** The columns of the non-zeros, index {@code [N]}. */
  default Value columns(Operand x) {
    return apply(new Sparse.Columns(), x);
  }

  /** Dense {@code d [B, D]} at the non-zeros, {@code [N]}. */
  default Value gatherAt(Operand x, Operand d) {
    return apply(new Sparse.GatherAt(), x, d);
  }

  /** {@code v [N]} at the non-zeros of x, zeros elsewhere, {@code [B, D]}. */
  default Value scatterAt(Operand x, Operand v) {
    return apply(new Sparse.ScatterAt(), x, v);
  }

  /** The rows as dense values {@code [B, D]}. */
  default Value densify(Operand x) {
    return scatterAt(x, nonZeros(x));
  }

  /** One value a row at each of its non-zeros: {@code [B] → [N]}. */
  default Value expandRows(Operand x, Operand rows) {
    return apply(new Sparse.ExpandRows(), x, rows);
  }

  /** Sum of each row's values: {@code [N] → [B]}. */
  default Value sumNonZeros(Operand x, Operand v) {
    return apply(new Sparse.SumNonZeros(), x, v);
  }
}
