package io.ae.core.backend.kernel;

import io.ae.api.graph.Elementwise;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Value;

/** Choice and conversion of elements. */
final class Elementwises {
  private Elementwises() {}

  static Kernel where(Value node, Tensor[] in) {
    Shape y = node.shape();
    return (part, out) -> {
      int to = part.end(y);
      for (int i = part.start(y); i < to; i++) {
        out.set(i, in[0].get(i) != 0 ? in[1].get(i) : in[2].get(i));
      }
    };
  }

  static Kernel cast(Value node, Tensor[] in, Elementwise.Cast op) {
    Shape y = node.shape();
    Kind from = node.input(0).kind();
    return (part, out) -> {
      int to = part.end(y);
      for (int i = part.start(y); i < to; i++) {
        if (op.to() == Kind.INDEX) {
          out.indices()[i] = index(from, in[0], i);
        } else {
          out.set(i, real(from, in[0], i));
        }
      }
    };
  }

  private static int index(Kind kind, Tensor x, int i) {
    return switch (kind) {
      case INDEX -> x.indices()[i];
      case STEP -> Math.toIntExact(x.steps()[i]);
      default -> (int) x.get(i);
    };
  }

  private static double real(Kind kind, Tensor x, int i) {
    return switch (kind) {
      case INDEX -> x.indices()[i];
      case STEP -> x.steps()[i];
      default -> x.get(i);
    };
  }
}
