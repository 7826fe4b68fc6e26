package io.ae.benchmarks.common;

/** What a training step minimises. */
public enum Loss {
  /** Squared error, mean over all elements of the batch. */
  MSE,
  /**
   * Bernoulli cross entropy of the last layer's logits in nats: sum over features, mean of rows.
   */
  CROSS_ENTROPY,
  /** Softmax cross entropy of the last layer's logits against labels, in nats, mean over rows. */
  SOFTMAX,
  /** Nothing is trained. */
  NONE
}
