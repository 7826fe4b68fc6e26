package io.ae.api.graph;

/** What the elements of a {@link Value} are; the backend chooses the {@link DType} behind it. */
public enum Kind {
  /** Real numbers; their type is the compute type of the compilation. Masks are reals 0 and 1. */
  REAL,
  /** 32-bit indices: labels, positions, switches. −1 means "none" where an op says so. */
  INDEX,
  /** A 64-bit counter, always a scalar. */
  STEP,
  /** Sparse rows {@code [B, D]}: lengths, columns and values of the non-zeros of each row. */
  SPARSE
}
