package io.ae.api.graph;

/**
 * What an op takes: a {@link Value} of the function being traced, or a {@link Var}, which is read.
 */
public sealed interface Operand permits Value, Var {
  /** Returns shape and kind. */
  Type type();

  /** Returns the shape. */
  default Shape shape() {
    return type().shape();
  }
}
