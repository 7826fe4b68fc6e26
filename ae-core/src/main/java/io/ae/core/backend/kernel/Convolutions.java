package io.ae.core.backend.kernel;

import io.ae.api.graph.Shape;
import io.ae.api.graph.Value;
import io.ae.api.graph.Window;

/** Convolution and its adjoints: windows laid out as columns, then a product of matrices. */
final class Convolutions {
  private Convolutions() {}

  /** x {@code [rows…, C, Y, X]}, w {@code [O, C, kY, kX]}. */
  static Kernel conv2d(Value node, Tensor[] in, Window window) {
    Windows windows = new Windows(window, node.input(0).shape(), node.shape());
    Shape x = node.input(0).shape();
    return (part, out) -> {
      int rows = part.end(x) / windows.plane();
      out.fill(part.start(node.shape()), part.end(node.shape()), 0);
      for (int r = part.start(x) / windows.plane(); r < rows; r++) {
        Tensor columns = part.scratch().reals(windows.taps() * windows.positions());
        windows.unfold(in[0], r * windows.plane(), columns);
        part.scratch()
            .gemm()
            .left(in[1], 0, windows.taps(), 1)
            .right(columns, 0, windows.positions(), 1)
            .into(out, r * windows.channels() * windows.positions(), windows.positions())
            .add(windows.channels(), windows.positions(), windows.taps());
      }
    };
  }

  /** g {@code [rows…, O, Y', X']}, w {@code [O, C, kY, kX]} to planes {@code [rows…, C, Y, X]}. */
  static Kernel transpose(Value node, Tensor[] in, Window window) {
    Shape y = node.shape();
    Windows windows = new Windows(window, y, node.input(0).shape());
    return (part, out) -> {
      int rows = part.end(y) / windows.plane();
      out.fill(part.start(y), part.end(y), 0);
      for (int r = part.start(y) / windows.plane(); r < rows; r++) {
        int size = windows.taps() * windows.positions();
        Tensor columns = part.scratch().reals(size);
        columns.fill(0, size, 0);
        part.scratch()
            .gemm()
            .left(in[1], 0, 1, windows.taps())
            .right(in[0], r * windows.channels() * windows.positions(), windows.positions(), 1)
            .into(columns, 0, windows.positions())
            .add(windows.taps(), windows.positions(), windows.channels());
        windows.fold(columns, out, r * windows.plane());
      }
    };
  }

  /** x {@code [rows…, C, Y, X]}, g {@code [rows…, O, Y', X']} to {@code [O, C, kY, kX]}. */
  static Kernel weights(Value node, Tensor[] in, Window window) {
    Shape x = node.input(0).shape();
    Windows windows = new Windows(window, x, node.input(1).shape());
    return (part, out) -> {
      int rows = part.end(x) / windows.plane();
      out.fill(0, windows.channels() * windows.taps(), 0);
      for (int r = part.start(x) / windows.plane(); r < rows; r++) {
        Tensor columns = part.scratch().reals(windows.taps() * windows.positions());
        windows.unfold(in[0], r * windows.plane(), columns);
        part.scratch()
            .gemm()
            .left(in[1], r * windows.channels() * windows.positions(), windows.positions(), 1)
            .right(columns, 0, 1, windows.positions())
            .into(out, 0, windows.taps())
            .add(windows.channels(), windows.taps(), windows.positions());
      }
    };
  }
}
