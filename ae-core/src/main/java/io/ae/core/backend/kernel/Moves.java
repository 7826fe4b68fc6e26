package io.ae.core.backend.kernel;

import io.ae.api.graph.Kind;
import io.ae.api.graph.Layout;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Value;

/** Ops that move elements: parts along an axis, and axes in another order. */
final class Moves {
  private Moves() {}

  static Kernel slice(Value node, Tensor[] in, Layout.Slice op) {
    Shape x = node.input(0).shape();
    Shape y = node.shape();
    int width = op.to() - op.from();
    return (part, out) -> {
      int inner = inner(part, y, op.axis());
      int outer = outer(part, y, op.axis());
      for (int i = first(part, y, op.axis()); outer > 0; i++, outer--) {
        int at = (i * x.dim(op.axis()) + op.from()) * inner;
        out.copy(node.kind(), in[0], at, i * width * inner, width * inner);
      }
    };
  }

  static Kernel pad(Value node, Tensor[] in, Layout.Pad op) {
    Shape x = node.input(0).shape();
    Shape y = node.shape();
    int width = x.dim(op.axis());
    return (part, out) -> {
      out.fill(part.start(y), part.end(y), 0);
      int inner = inner(part, y, op.axis());
      int outer = outer(part, y, op.axis());
      for (int i = first(part, y, op.axis()); outer > 0; i++, outer--) {
        int to = (i * y.dim(op.axis()) + op.before()) * inner;
        out.copy(Kind.REAL, in[0], i * width * inner, to, width * inner);
      }
    };
  }

  static Kernel concat(Value node, Tensor[] in, Layout.Concat op) {
    Shape y = node.shape();
    return (part, out) -> {
      int inner = inner(part, y, op.axis());
      int first = first(part, y, op.axis());
      int end = first + outer(part, y, op.axis());
      int before = 0;
      for (int k = 0; k < in.length; k++) {
        int width = node.input(k).shape().dim(op.axis());
        for (int i = first; i < end; i++) {
          int to = (i * y.dim(op.axis()) + before) * inner;
          out.copy(node.kind(), in[k], i * width * inner, to, width * inner);
        }
        before += width;
      }
    };
  }

  /** Elements after the axis. */
  private static int inner(Part part, Shape y, int axis) {
    return part.extent().product(y, axis + 1, y.rank());
  }

  /** Index of the part's first stretch along the axis, counted over the axes before it. */
  private static int first(Part part, Shape y, int axis) {
    return y.cut() ? part.from(y) * part.extent().product(y, 1, axis) : 0;
  }

  /** Stretches of the part. */
  private static int outer(Part part, Shape y, int axis) {
    Extent e = part.extent();
    return y.cut() ? (part.to(y) - part.from(y)) * e.product(y, 1, axis) : e.product(y, 0, axis);
  }

  static Kernel permute(Value node, Tensor[] in, Layout.Permute op) {
    Shape x = node.input(0).shape();
    Shape y = node.shape();
    return (part, out) -> {
      int to = part.end(y);
      int from = part.start(y);
      int rank = y.rank();
      int last = rank == 0 ? 1 : part.extent().size(y.last());
      int step = rank == 0 ? 1 : part.extent().product(x, op.axes().get(rank - 1) + 1, rank);
      for (int at = from; at < to; at += last) {
        int source = source(part.extent(), x, y, op, at / last);
        stretch(node.kind(), in[0], source, step, out, at, last);
      }
    };
  }

  /** Where the input holds the first element of a stretch along the result's last axis. */
  private static int source(Extent e, Shape x, Shape y, Layout.Permute op, int stretch) {
    int rest = stretch;
    int at = 0;
    for (int i = y.rank() - 2; i >= 0; i--) {
      int size = e.size(y.dim(i));
      at += rest % size * e.product(x, op.axes().get(i) + 1, x.rank());
      rest /= size;
    }
    return at;
  }

  private static void stretch(
      Kind kind, Tensor x, int from, int step, Tensor out, int to, int count) {
    switch (kind) {
      case REAL -> {
        for (int i = 0; i < count; i++) {
          out.set(to + i, x.get(from + i * step));
        }
      }
      case INDEX -> {
        for (int i = 0; i < count; i++) {
          out.indices()[to + i] = x.indices()[from + i * step];
        }
      }
      default -> out.copy(kind, x, from, to, count);
    }
  }
}
