package io.ae.api.graph;

/**
 * How a variable starts. Values are drawn from a counter keyed by (seed, variable's name, index);
 * {@link Initialiser} says how.
 */
public sealed interface Init {
  /** All elements equal. */
  record Constant(double value) implements Init {}

  /** Normal, mean 0, with this standard deviation. */
  record Normal(double deviation) implements Init {}

  /** Normal, mean 0, with this deviation, drawn again beyond two deviations. */
  record TruncatedNormal(double deviation) implements Init {}

  /** Uniform in {@code [-limit, limit)}. */
  record Uniform(double limit) implements Init {}

  /**
   * The transposed initial value of another variable {@code [n, m]}, for a decoder tied at the
   * start.
   */
  record TransposeOf(Var other) implements Init {}

  /** Returns all zeros. */
  static Init zeros() {
    return new Constant(0);
  }

  /** Returns all ones. */
  static Init ones() {
    return new Constant(1);
  }

  /**
   * Uniform within {@code gain · √(6 / (fanIn + fanOut))}.
   *
   * <p>X. Glorot, Y. Bengio, "Understanding the difficulty of training deep feedforward neural
   * networks", AISTATS 2010.
   */
  static Init glorot(int fanIn, int fanOut, double gain) {
    return new Uniform(gain * Math.sqrt(6.0 / (fanIn + fanOut)));
  }

  /**
   * Normal with deviation {@code √(2 / fanIn)}.
   *
   * <p>K. He et al., "Delving deep into rectifiers", ICCV 2015.
   */
  static Init he(int fanIn) {
    return new Normal(Math.sqrt(2.0 / fanIn));
  }
}
