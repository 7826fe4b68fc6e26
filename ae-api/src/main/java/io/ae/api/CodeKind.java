package io.ae.api;

/** What the elements of a code are. */
public sealed interface CodeKind {
  /** Real numbers. */
  record Real() implements CodeKind {}

  /** 0 or 1. */
  record Bits() implements CodeKind {}

  /**
   * Indices, such as entries of a codebook.
   *
   * @param range each index lies in [0, range)
   */
  record Indices(int range) implements CodeKind {}

  /** Returns real numbers. */
  static CodeKind real() {
    return new Real();
  }

  /** Returns bits. */
  static CodeKind bits() {
    return new Bits();
  }

  /** Returns indices below a range. */
  static CodeKind indices(int range) {
    return new Indices(range);
  }
}
