package io.ae.benchmarks.common;

/** What a layer applies to its affine map. */
public enum Activation {
  /** Nothing: a linear code, logits. */
  LINEAR,
  /** 1 / (1 + exp(−x)). */
  SIGMOID,
  /** max(x, 0). */
  RELU
}
