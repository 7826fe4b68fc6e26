package io.ae.core.conformance;

/** Which numbers an argument of an {@link OpCase} takes: away from kinks, ties and poles. */
sealed interface Fill {
  /** Distinct numbers in (−3.6, 3.6), none nearer to an integer than 0.01. */
  record Signed() implements Fill {}

  /** Distinct numbers in (0.25, 3.9). */
  record Positive() implements Fill {}

  /** Distinct numbers in (0, 1). */
  record Unit() implements Fill {}

  /** Zeros and ones. */
  record Mask() implements Fill {}

  /** Few distinct numbers, so that there are ties. */
  record Ties() implements Fill {}

  /**
   * Indices.
   *
   * @param from least
   * @param to end
   */
  record Indices(int from, int to) implements Fill {}

  /** {@link Signed}, but element i is one that is not finite wherever i mod 7 is 3. */
  record Wild(double value) implements Fill {}

  /** One number for all elements. */
  record Same(double value) implements Fill {}

  /**
   * Returns one number.
   *
   * @param i flat index of the element
   * @param argument which of the case's arguments; no two take the same numbers
   */
  default double at(int i, int argument) {
    double signed = (Math.floorMod(37 * i + 11 * argument, 113) - 56 + .5) / 16 + argument * .0037;
    if (this instanceof Positive) {
      return Math.abs(signed) + .25 + (signed < 0 ? .013 : 0);
    }
    if (this instanceof Unit) {
      return signed / 7.4 + .5;
    }
    if (this instanceof Mask) {
      return i % 3 == 1 ? 0 : 1;
    }
    if (this instanceof Ties) {
      return Math.floorMod(5 * i + argument, 3) - 1;
    }
    if (this instanceof Indices n) {
      return n.from() + Math.floorMod(7 * i + 3 * argument + i / 3, n.to() - n.from());
    }
    if (this instanceof Wild w) {
      return i % 7 == 3 ? w.value() : signed;
    }
    return this instanceof Same s ? s.value() : signed;
  }
}
