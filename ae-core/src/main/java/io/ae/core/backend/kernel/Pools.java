package io.ae.core.backend.kernel;

import io.ae.api.graph.Shape;
import io.ae.api.graph.Spatial;
import io.ae.api.graph.Value;
import io.ae.api.graph.Window;

/** Pooling, its switches, and enlargement; each plane {@code [Y, X]} alone. */
final class Pools {
  private Pools() {}

  static Kernel switches(Value node, Tensor[] in, Window window) {
    Shape x = node.input(0).shape();
    Shape y = node.shape();
    int height = x.dim(-2);
    int width = x.dim(-1);
    int positions = y.dim(-2) * y.dim(-1);
    return (part, out) -> {
      int to = part.end(y);
      for (int i = part.start(y); i < to; i++) {
        int plane = i / positions * height * width;
        int top = i % positions / y.dim(-1) * window.strideY() - window.top();
        int left = i % y.dim(-1) * window.strideX() - window.left();
        out.indices()[i] = largest(in[0], plane, height, width, window, top, left);
      }
    };
  }

  private static int largest(
      Tensor x, int plane, int height, int width, Window window, int top, int left) {
    int best = -1;
    int bottom = Math.min(height, top + window.y());
    int right = Math.min(width, left + window.x());
    for (int i = Math.max(0, top); i < bottom; i++) {
      for (int j = Math.max(0, left); j < right; j++) {
        int at = i * width + j;
        if (best < 0 || x.get(plane + at) > x.get(plane + best)) {
          best = at;
        }
      }
    }
    return best;
  }

  static Kernel pickAt(Value node, Tensor[] in) {
    Shape x = node.input(0).shape();
    Shape y = node.shape();
    int plane = x.dim(-2) * x.dim(-1);
    int positions = y.dim(-2) * y.dim(-1);
    return (part, out) -> {
      int to = part.end(y);
      for (int i = part.start(y); i < to; i++) {
        int at = Picks.checked(node, in[1].indices()[i], plane);
        out.set(i, in[0].get(i / positions * plane + at));
      }
    };
  }

  static Kernel maxUnpool(Value node, Tensor[] in) {
    Shape x = node.input(0).shape();
    Shape y = node.shape();
    int plane = y.dim(-2) * y.dim(-1);
    int positions = x.dim(-2) * x.dim(-1);
    return (part, out) -> {
      out.fill(part.start(y), part.end(y), 0);
      int to = part.end(x);
      for (int i = part.start(x); i < to; i++) {
        int at = i / positions * plane + Picks.checked(node, in[1].indices()[i], plane);
        out.set(at, out.get(at) + in[0].get(i));
      }
    };
  }

  static Kernel average(Value node, Tensor[] in, Spatial.AveragePool op) {
    Shape x = node.input(0).shape();
    Shape y = node.shape();
    int width = x.last();
    int positions = y.dim(-2) * y.dim(-1);
    return (part, out) -> {
      int to = part.end(y);
      for (int i = part.start(y); i < to; i++) {
        int row = i / positions * x.dim(-2) + i % positions / y.last() * op.y();
        int first = row * width + i % y.last() * op.x();
        double sum = 0;
        for (int dy = 0; dy < op.y(); dy++) {
          for (int dx = 0; dx < op.x(); dx++) {
            sum += in[0].get(first + dy * width + dx);
          }
        }
        out.set(i, sum / (op.y() * op.x()));
      }
    };
  }

  static Kernel upsample(Value node, Tensor[] in, Spatial.Upsample op) {
    Shape y = node.shape();
    int height = y.dim(-2);
    int width = y.dim(-1);
    return (part, out) -> {
      int to = part.end(y);
      for (int i = part.start(y); i < to; i++) {
        int line = i / width;
        int row = line / height * (height / op.y()) + line % height / op.y();
        out.set(i, in[0].get(row * (width / op.x()) + i % width / op.x()));
      }
    };
  }
}
