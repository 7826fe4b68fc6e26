package io.ae.benchmarks.common;

/** How the layers of a work item are put together. */
public enum Family {
  /** The layers one after another; the target is the input. */
  CHAIN,
  /** A chain whose loss also has 1e-3 · ‖J‖² of its first layer's Jacobian, mean over rows. */
  CONTRACTIVE,
  /**
   * A chain whose input is masked, each element kept with probability 0.75; the target is clean.
   */
  DENOISING,
  /** The first layers are frozen; the target is the first moving layer's input. */
  STACKED,
  /** A chain with ten logits; the target is the label. */
  CLASSIFIER,
  /** Layer 0 feeds layers 1 (mean) and 2 (log-variance); the rest is a chain behind the draw. */
  VARIATIONAL,
  /** Nothing is trained: the layers give the code. */
  ENCODER
}
