package io.ae.core.backend.kernel;

import io.ae.api.graph.Shape;
import io.ae.api.graph.Update;
import io.ae.api.graph.Value;

/** Parts of optimisers. Moments too small to be normal numbers become 0: they are slow. */
final class Updates {
  private Updates() {}

  static Kernel moment(Value node, Tensor[] in, double beta, boolean squared) {
    Shape y = node.shape();
    return (part, out) -> {
      int from = part.start(y);
      int to = part.end(y);
      if (!out.single()) {
        doubles(in[0].doubles(), in[1].doubles(), out.doubles(), from, to, beta, squared);
      } else if (squared) {
        squares(
            in[0].floats(),
            in[1].floats(),
            out.floats(),
            from,
            to,
            (float) beta,
            (float) (1 - beta));
      } else {
        means(
            in[0].floats(),
            in[1].floats(),
            out.floats(),
            from,
            to,
            (float) beta,
            (float) (1 - beta));
      }
    };
  }

  private static void doubles(
      double[] m, double[] g, double[] y, int from, int to, double beta, boolean squared) {
    for (int i = from; i < to; i++) {
      double v = beta * m[i] + (1 - beta) * (squared ? g[i] * g[i] : g[i]);
      y[i] = Math.abs(v) < Double.MIN_NORMAL ? 0 : v;
    }
  }

  private static void means(
      float[] m, float[] g, float[] y, int from, int to, float beta, float rest) {
    for (int i = from; i < to; i++) {
      float v = beta * m[i] + rest * g[i];
      y[i] = Math.abs(v) < Float.MIN_NORMAL ? 0f : v;
    }
  }

  private static void squares(
      float[] m, float[] g, float[] y, int from, int to, float beta, float rest) {
    for (int i = from; i < to; i++) {
      float v = beta * m[i] + rest * g[i] * g[i];
      y[i] = v < Float.MIN_NORMAL ? 0f : v;
    }
  }

  static Kernel adam(Value node, Tensor[] in, Update.Adam op) {
    Shape y = node.shape();
    return (part, out) -> {
      int from = part.start(y);
      int to = part.end(y);
      long t = in[3].steps()[0];
      double rate = in[4].get(0);
      double mean = 1 / (1 - Math.pow(op.beta1(), t));
      double square = 1 / (1 - Math.pow(op.beta2(), t));
      if (out.single()) {
        singles(in, out.floats(), from, to, op, (float) rate, (float) mean, (float) square);
      } else {
        for (int i = from; i < to; i++) {
          double p = in[0].get(i);
          double step = in[1].get(i) * mean / (Math.sqrt(in[2].get(i) * square) + op.epsilon());
          out.set(i, p - rate * (step + op.decay() * p));
        }
      }
    };
  }

  private static void singles(
      Tensor[] in,
      float[] y,
      int from,
      int to,
      Update.Adam op,
      float rate,
      float mean,
      float square) {
    float[] p = in[0].floats();
    float[] m = in[1].floats();
    float[] v = in[2].floats();
    float epsilon = (float) op.epsilon();
    float decay = (float) op.decay();
    for (int i = from; i < to; i++) {
      float step = m[i] * mean / ((float) Math.sqrt(v[i] * square) + epsilon);
      y[i] = p[i] - rate * (step + decay * p[i]);
    }
  }
}
