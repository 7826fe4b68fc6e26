package io.ae.core.nn;

import io.ae.api.graph.Ops;
import io.ae.api.graph.Value;

/** How far a reconstruction z is from its row x; one number a row, averaged over the batch. */
public enum ReconstructionError {
  /** Mean over features of (x − z)², in squared units. */
  SQUARED_ERROR,
  /**
   * Sum over features of −x ln z − (1 − x) ln(1 − z), in nats, for x in [0, 1] and a sigmoid
   * output; computed from the sums before it, without overflow.
   */
  CROSS_ENTROPY,
  /** The Euclidean norm ‖x − z‖, not squared, in units. */
  NORM;

  /**
   * Writes the error down.
   *
   * @param x rows, {@code [B, D]}
   * @param sums the output layer's sums before its activation, {@code [B, D]}
   * @param output the output layer's activation; {@link Activation#SIGMOID} for cross entropy
   * @return {@code [B]}
   */
  public Value of(Ops o, Value x, Value sums, Activation output) {
    if (this == CROSS_ENTROPY) {
      return o.sumFeatures(o.sub(o.softplus(sums), o.mul(x, sums)));
    }
    Value squares = o.square(o.sub(x, output.apply(o, sums)));
    return this == NORM ? o.sqrt(o.add(o.sumFeatures(squares), 1e-12)) : o.meanFeatures(squares);
  }

  /**
   * Writes the error of a part of each row down: the same sums and means over these values alone.
   *
   * @param part 1 for values that count, else 0, {@code [B, D]}; at least one of each row counts
   * @return {@code [B]}
   */
  public Value of(Ops o, Value x, Value sums, Activation output, Value part) {
    if (this == CROSS_ENTROPY) {
      return o.sumFeatures(o.mul(part, o.sub(o.softplus(sums), o.mul(x, sums))));
    }
    Value squares = o.sumFeatures(o.mul(part, o.square(o.sub(x, output.apply(o, sums)))));
    return this == NORM ? o.sqrt(o.add(squares, 1e-12)) : o.div(squares, o.sumFeatures(part));
  }
}
