package io.ae.benchmarks.common;

/** How a training step moves the parameters. */
public enum Optimiser {
  /** Adam, β 0.9 and 0.999, ε 1e-8: reads p, m, v and the gradient, writes p, m, v. */
  ADAM(28, 1e-3),
  /** Plain gradient descent: reads p and the gradient, writes p. */
  SGD(12, .1),
  /** v = 0.9 v + g; p −= rate · v. */
  MOMENTUM(20, .01),
  /** Nothing is trained. */
  NONE(0, 0);

  private final int bytes;
  private final double rate;

  Optimiser(int bytes, double rate) {
    this.bytes = bytes;
    this.rate = rate;
  }

  /** Returns the bytes of float32 memory that must move for one parameter in one step. */
  public int bytesPerParameter() {
    return bytes;
  }

  /** Returns the learning rate of every work item with this optimiser. */
  public double rate() {
    return rate;
  }
}
