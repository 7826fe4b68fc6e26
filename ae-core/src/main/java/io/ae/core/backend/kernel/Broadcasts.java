package io.ae.core.backend.kernel;

import io.ae.api.graph.Kind;
import io.ae.api.graph.Layout;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Value;
import java.util.Arrays;

/** Spreading elements, and its adjoint: sums and maxima of what would be spread. */
final class Broadcasts {
  private Broadcasts() {}

  static Kernel broadcast(Value node, Tensor[] in, Layout.Broadcast op) {
    Shape from = node.input(0).shape();
    return node.kind() == Kind.INDEX
        ? new Spread(op.to(), from, (out, at, x, n, step) -> indices(in[0], out, at, x, n, step))
            ::run
        : new Spread(op.to(), from, (out, at, x, n, step) -> reals(in[0], out, at, x, n, step))
            ::run;
  }

  private static void reals(Tensor x, Tensor out, int at, int from, int n, int step) {
    if (step == 1) {
      out.copy(Kind.REAL, x, from, at, n);
    } else if (n > 0) {
      out.fill(at, at + n, x.get(from));
    }
  }

  private static void indices(Tensor x, Tensor out, int at, int from, int n, int step) {
    if (step == 1) {
      out.copy(Kind.INDEX, x, from, at, n);
    } else if (n > 0) {
      Arrays.fill(out.indices(), at, at + n, x.indices()[from]);
    }
  }

  static Kernel sumTo(Value node, Tensor[] in, Layout.SumTo op) {
    Shape from = node.input(0).shape();
    Spread spread =
        new Spread(from, op.to(), (out, at, y, n, step) -> sum(in[0], out, at, y, n, step));
    return (part, out) -> {
      out.fill(part.start(op.to()), part.end(op.to()), 0);
      spread.run(part, out);
    };
  }

  private static void sum(Tensor x, Tensor out, int from, int to, int n, int step) {
    if (step == 0) {
      if (n > 0) {
        out.set(to, out.get(to) + total(x, from, n));
      }
    } else if (x.single()) {
      add(x.floats(), from, out.floats(), to, n);
    } else {
      for (int i = 0; i < n; i++) {
        out.doubles()[to + i] += x.doubles()[from + i];
      }
    }
  }

  private static void add(float[] x, int from, float[] y, int to, int n) {
    for (int i = 0; i < n; i++) {
      y[to + i] += x[from + i];
    }
  }

  /** Sums in double precision, along four chains so that additions overlap. */
  private static double total(Tensor x, int from, int n) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = from;
    int end = from + n;
    for (; i + 4 <= end; i += 4) {
      s0 += x.get(i);
      s1 += x.get(i + 1);
      s2 += x.get(i + 2);
      s3 += x.get(i + 3);
    }
    for (; i < end; i++) {
      s0 += x.get(i);
    }
    return (s0 + s1) + (s2 + s3);
  }

  static Kernel maxTo(Value node, Tensor[] in, Layout.MaxTo op) {
    Shape from = node.input(0).shape();
    Spread spread =
        new Spread(
            from,
            op.to(),
            (out, at, y, n, step) -> {
              for (int i = 0; i < n; i++) {
                int to = y + i * step;
                out.set(to, Math.max(out.get(to), in[0].get(at + i)));
              }
            });
    return (part, out) -> {
      out.fill(part.start(op.to()), part.end(op.to()), Double.NEGATIVE_INFINITY);
      spread.run(part, out);
    };
  }
}
