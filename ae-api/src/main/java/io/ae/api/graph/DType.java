package io.ae.api.graph;

/** The type of one element in memory, in files and across the seam between engine and caller. */
public enum DType {
  /** IEEE 754 single precision. */
  F32(4),
  /** IEEE 754 double precision. */
  F64(8),
  /** The upper half of an {@link #F32}. */
  BF16(2),
  /** 32-bit signed integer. */
  I32(4),
  /** 64-bit signed integer. */
  I64(8);

  private final int bytes;

  DType(int bytes) {
    this.bytes = bytes;
  }

  /** Returns the size of one element in bytes. */
  public int bytes() {
    return bytes;
  }

  /** Returns whether values of this type hold real numbers. */
  public boolean real() {
    return this == F32 || this == F64 || this == BF16;
  }

  /**
   * Returns the type that holds values of a kind.
   *
   * @param kind any kind but {@link Kind#SPARSE}, which is three tensors
   * @param compute the real type of the compilation
   */
  public static DType of(Kind kind, DType compute) {
    return switch (kind) {
      case REAL -> compute;
      case INDEX -> I32;
      case STEP -> I64;
      case SPARSE -> throw new IllegalArgumentException("sparse rows are three tensors");
    };
  }
}
