package io.ae.api.graph;

/** Picking by index or by rank. */
public sealed interface RowOps extends Tracing permits Ops {
  /** {@code table [K, …], index [rows…] → [rows…, …]}. */
  default Value gather(Operand table, Operand index) {
    return apply(new Rows.Gather(), table, index);
  }

  /** {@code rows [rows…, …], index [rows…] → [size, …]}: sums the rows of each index. */
  default Value scatterAdd(Operand rows, Operand index, int size) {
    return apply(new Rows.ScatterAdd(size), rows, index);
  }

  /** {@code index […] → […, size]}; zeros for −1. */
  default Value oneHot(Operand index, int size) {
    return apply(new Rows.OneHot(size), index);
  }

  /** The unit matrix {@code [size, size]}. */
  default Value eye(int size) {
    return oneHot(apply(new Leaf.Iota(size)), size);
  }

  /** Index of the largest along the last axis. */
  default Value argMax(Operand x) {
    return apply(new Rows.ArgMax(), x);
  }

  /** Index of the smallest along the last axis. */
  default Value argMin(Operand x) {
    return argMax(apply(Unary.NEG, x));
  }

  /** 1 at the k largest along the last axis, else 0. */
  default Value topKMask(Operand x, int k) {
    return apply(new Rows.TopKMask(k), x);
  }
}
