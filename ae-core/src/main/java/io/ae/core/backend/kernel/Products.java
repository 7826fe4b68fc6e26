package io.ae.core.backend.kernel;

import io.ae.api.graph.Kind;
import io.ae.api.graph.Product;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Value;

/** Matrix products by {@link Gemm}. */
final class Products {
  private Products() {}

  static Kernel dense(Value node, Tensor[] in, boolean transposed) {
    Shape y = node.shape();
    int inner = node.input(0).shape().last();
    return (part, out) -> {
      int width = part.extent().size(y.last());
      int depth = part.extent().size(inner);
      int from = part.start(y);
      int to = part.end(y);
      for (int at = from; at < to; at += width) {
        out.copy(Kind.REAL, in[2], 0, at, width);
      }
      product(part, in, out, from, to, width, depth, transposed);
    };
  }

  static Kernel matmul(Value node, Tensor[] in, Product.MatMul op) {
    Shape y = node.shape();
    int inner = node.input(0).shape().last();
    return (part, out) -> {
      int width = part.extent().size(y.last());
      int depth = part.extent().size(inner);
      int from = part.start(y);
      int to = part.end(y);
      out.fill(from, to, 0);
      product(part, in, out, from, to, width, depth, op.transposed());
    };
  }

  private static void product(
      Part part,
      Tensor[] in,
      Tensor out,
      int from,
      int to,
      int width,
      int depth,
      boolean transposed) {
    if (width == 0) {
      return;
    }
    int first = from / width;
    int rows = (to - from) / width;
    part.scratch()
        .gemm()
        .left(in[0], first * depth, depth, 1)
        .right(in[1], 0, transposed ? 1 : width, transposed ? depth : 1)
        .into(out, from, width)
        .add(rows, width, depth);
  }

  static Kernel contract(Value node, Tensor[] in) {
    Shape a = node.input(0).shape();
    Shape b = node.input(1).shape();
    return (part, out) -> {
      int m = part.extent().size(a.last());
      int k = part.extent().size(b.last());
      out.fill(0, m * k, 0);
      if (m == 0 || k == 0) {
        return;
      }
      int first = part.start(a) / m;
      int rows = part.end(a) / m - first;
      part.scratch()
          .gemm()
          .left(in[0], first * m, 1, m)
          .right(in[1], first * k, k, 1)
          .into(out, 0, k)
          .add(m, k, rows);
    };
  }
}
