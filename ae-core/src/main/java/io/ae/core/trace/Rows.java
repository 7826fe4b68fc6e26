package io.ae.core.trace;

import io.ae.api.data.DataSpec;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Ops;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Type;
import io.ae.api.graph.Value;

/** The input that every function on rows has. */
final class Rows {
  private Rows() {}

  /** Returns {@code x}: {@code [B, …]}, or sparse {@code [B, D]}. */
  static Value input(Ops o, DataSpec data) {
    Kind kind = data.sparse() ? Kind.SPARSE : Kind.REAL;
    return o.input("x", new Type(Shape.rows(data.row()), kind));
  }
}
