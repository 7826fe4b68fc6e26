package io.ae.core.nn;

import io.ae.api.graph.Init;

/** How weights {@code [fanIn, fanOut]} start. */
public enum WeightInit {
  /** Normal with a given deviation, drawn again beyond two deviations. */
  TRUNCATED_NORMAL,
  /** Normal with a given deviation. */
  NORMAL,
  /** Uniform within √(6 / (fanIn + fanOut)). */
  GLOROT,
  /** Four times {@link #GLOROT}, for sigmoid units. */
  GLOROT_SIGMOID,
  /** Normal with deviation √(2 / fanIn), for rectifiers. */
  HE;

  /**
   * Returns the initial values.
   *
   * @param deviation used by the two normal ones alone
   */
  public Init of(int fanIn, int fanOut, double deviation) {
    return switch (this) {
      case TRUNCATED_NORMAL -> new Init.TruncatedNormal(deviation);
      case NORMAL -> new Init.Normal(deviation);
      case GLOROT -> Init.glorot(fanIn, fanOut, 1);
      case GLOROT_SIGMOID -> Init.glorot(fanIn, fanOut, 4);
      case HE -> Init.he(fanIn);
    };
  }
}
