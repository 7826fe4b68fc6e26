package io.ae.core.backend.kernel;

import io.ae.api.graph.Kind;
import io.ae.api.graph.Leaf;
import io.ae.api.graph.Shape;

/** Constants, and what a run knows of its rows. */
final class Leaves {
  private Leaves() {}

  static Kernel literal(Leaf.Literal op) {
    return (part, out) -> {
      if (op.kind() == Kind.REAL) {
        out.set(0, op.value());
      } else if (op.kind() == Kind.INDEX) {
        out.indices()[0] = (int) op.value();
      } else {
        out.steps()[0] = (long) op.value();
      }
    };
  }

  static Kernel iota(Leaf.Iota op) {
    return (part, out) -> {
      for (int i = 0; i < op.size(); i++) {
        out.indices()[i] = i;
      }
    };
  }

  static Kernel rowCount() {
    return (part, out) -> out.set(0, part.extent().rows());
  }

  static Kernel rowIndex(Shape y) {
    return (part, out) -> {
      int to = part.to(y);
      for (int i = part.from(y); i < to; i++) {
        out.indices()[i] = Math.toIntExact(part.extent().firstRow() + i);
      }
    };
  }
}
