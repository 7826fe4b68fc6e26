package io.ae.benchmarks.common;

/** The range of first weights (Glorot and Bengio, 2010, eq. 16). */
final class Glorot {
  /** The same paper's factor for sigmoid units. */
  private static final double SIGMOID_FACTOR = 4;

  private Glorot() {}

  static double range(int in, int out, Activation activation) {
    double range = Math.sqrt(6.0 / (in + out));
    return activation == Activation.SIGMOID ? SIGMOID_FACTOR * range : range;
  }
}
