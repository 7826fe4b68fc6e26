package io.ae.core.backend.kernel;

import io.ae.api.graph.Shape;
import io.ae.api.graph.Value;

/** Sparse rows: the first input holds the pattern, {@link Extent#offsets} where rows begin. */
final class Sparses {
  private Sparses() {}

  /** What is done at each non-zero. */
  private interface Body {
    void at(Tensor out, int row, int i, int column);
  }

  private static void each(Part part, Tensor x, Tensor out, Body body) {
    int[] offsets = part.extent().offsets();
    int[] columns = x.indices();
    for (int row = part.rowFrom(); row < part.rowTo(); row++) {
      for (int i = offsets[row]; i < offsets[row + 1]; i++) {
        body.at(out, row, i, columns[i]);
      }
    }
  }

  private static void clear(Part part, Shape y, Tensor out) {
    out.fill(part.start(y), part.end(y), 0);
  }

  static Kernel matmul(Value node, Tensor[] in) {
    Shape y = node.shape();
    return (part, out) -> {
      int h = y.last();
      clear(part, y, out);
      each(part, in[0], out, (o, row, i, c) -> axpy(in[1].get(i), in[2], c * h, o, row * h, h));
    };
  }

  static Kernel contract(Value node, Tensor[] in) {
    Shape y = node.shape();
    return (part, out) -> {
      int h = y.last();
      clear(part, y, out);
      each(part, in[0], out, (o, row, i, c) -> axpy(in[1].get(i), in[2], row * h, o, c * h, h));
    };
  }

  private static void axpy(double factor, Tensor x, int from, Tensor y, int to, int n) {
    if (y.single()) {
      axpy((float) factor, x.floats(), from, y.floats(), to, n);
    } else {
      for (int j = 0; j < n; j++) {
        y.doubles()[to + j] += factor * x.doubles()[from + j];
      }
    }
  }

  private static void axpy(float factor, float[] x, int from, float[] y, int to, int n) {
    for (int j = 0; j < n; j++) {
      y[to + j] += factor * x[from + j];
    }
  }

  static Kernel sddmm(Value node, Tensor[] in) {
    int h = node.input(1).shape().last();
    return (part, out) ->
        each(
            part,
            in[0],
            out,
            (o, row, i, c) -> {
              double sum = 0;
              for (int j = 0; j < h; j++) {
                sum += in[1].get(row * h + j) * in[2].get(c * h + j);
              }
              o.set(i, sum);
            });
  }

  static Kernel gatherAt(Value node, Tensor[] in) {
    int d = node.input(1).shape().last();
    return (part, out) ->
        each(part, in[0], out, (o, row, i, c) -> o.set(i, in[1].get(row * d + c)));
  }

  static Kernel scatterAt(Value node, Tensor[] in) {
    Shape y = node.shape();
    return (part, out) -> {
      clear(part, y, out);
      int d = y.last();
      each(part, in[0], out, (o, row, i, c) -> o.set(row * d + c, in[1].get(i)));
    };
  }

  static Kernel expandRows(Tensor[] in) {
    return (part, out) -> each(part, in[0], out, (o, row, i, c) -> o.set(i, in[1].get(row)));
  }

  static Kernel sumNonZeros(Value node, Tensor[] in) {
    Shape y = node.shape();
    return (part, out) -> {
      clear(part, y, out);
      each(part, in[0], out, (o, row, i, c) -> o.set(row, o.get(row) + in[1].get(i)));
    };
  }
}
