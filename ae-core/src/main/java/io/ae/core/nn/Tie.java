package io.ae.core.nn;

/** How the decoder's weights belong to the encoder's. */
public enum Tie {
  /** Not at all. */
  NONE,
  /** They start as the encoder's, transposed, and go their own way. */
  INIT,
  /** They are the encoder's, transposed: one parameter, gradients summed, decayed once. */
  SHARED
}
