package io.ae.core.backend.kernel;

import io.ae.api.AeException;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Rows;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Value;
import java.util.Arrays;

/** Picking by index or by rank. */
final class Picks {
  private Picks() {}

  static Kernel gather(Value node, Tensor[] in) {
    Shape table = node.input(0).shape();
    Shape index = node.input(1).shape();
    return (part, out) -> {
      int inner = part.extent().product(table, 1, table.rank());
      int to = part.end(index);
      for (int i = part.start(index); i < to; i++) {
        int row = checked(node, in[1].indices()[i], table.dim(0));
        out.copy(Kind.REAL, in[0], row * inner, i * inner, inner);
      }
    };
  }

  static Kernel scatterAdd(Value node, Tensor[] in, Rows.ScatterAdd op) {
    Shape values = node.input(0).shape();
    Shape index = node.input(1).shape();
    return (part, out) -> {
      int inner = part.extent().product(values, index.rank(), values.rank());
      out.fill(0, op.size() * inner, 0);
      int to = part.end(index);
      for (int i = part.start(index); i < to; i++) {
        int row = checked(node, in[1].indices()[i], op.size()) * inner;
        for (int j = 0; j < inner; j++) {
          out.set(row + j, out.get(row + j) + in[0].get(i * inner + j));
        }
      }
    };
  }

  static Kernel oneHot(Value node, Tensor[] in, Rows.OneHot op) {
    Shape index = node.input(0).shape();
    return (part, out) -> {
      int from = part.start(index);
      int to = part.end(index);
      out.fill(from * op.size(), to * op.size(), 0);
      for (int i = from; i < to; i++) {
        int at = in[0].indices()[i];
        if (at != -1) {
          out.set(i * op.size() + checked(node, at, op.size()), 1);
        }
      }
    };
  }

  static Kernel argMax(Value node, Tensor[] in) {
    Shape y = node.shape();
    int last = node.input(0).shape().last();
    return (part, out) -> {
      int n = part.extent().size(last);
      int to = part.end(y);
      for (int i = part.start(y); i < to; i++) {
        int best = i * n;
        for (int j = i * n + 1; j < (i + 1) * n; j++) {
          best = in[0].get(j) > in[0].get(best) ? j : best;
        }
        out.indices()[i] = best - i * n;
      }
    };
  }

  static Kernel topKMask(Value node, Tensor[] in, Rows.TopKMask op) {
    Shape y = node.shape();
    return (part, out) -> {
      int n = part.extent().size(y.last());
      int to = part.end(y);
      double[] sorted = part.scratch().doubles(n);
      for (int at = part.start(y); at < to; at += n) {
        mark(in[0], out, at, n, op.k(), sorted);
      }
    };
  }

  private static void mark(Tensor x, Tensor out, int at, int n, int k, double[] sorted) {
    for (int i = 0; i < n; i++) {
      sorted[i] = x.get(at + i);
    }
    Arrays.sort(sorted, 0, n);
    double least = k == 0 ? Double.POSITIVE_INFINITY : sorted[n - k];
    int equals = k;
    for (int i = 0; i < n; i++) {
      equals -= x.get(at + i) > least ? 1 : 0;
    }
    for (int i = 0; i < n; i++) {
      double v = x.get(at + i);
      boolean taken = v > least || (v == least && equals-- > 0);
      out.set(at + i, taken ? 1 : 0);
    }
  }

  /**
   * @throws AeException {@code AE-B023} if the index is outside the table
   */
  static int checked(Value node, int index, int size) {
    if (index < 0 || index >= size) {
      String where = node.scope().isEmpty() ? "" : " in '" + node.scope() + "'";
      throw new AeException(
          "AE-B023", node.op().id() + where + ": index " + index + " is outside [0, " + size + ")");
    }
    return index;
  }
}
