package io.ae.benchmarks.libtorch;

import io.ae.benchmarks.common.Activation;
import io.ae.benchmarks.common.Layer;
import java.util.Arrays;
import java.util.Map;

/** Layers by their definition, in double, one row at a time. */
record Reference(Map<String, float[]> weights) {
  double[] run(Layer layer, double[] x) {
    if (layer instanceof Layer.Dense d) {
      double[] y = bias(d.bias(), 1);
      float[] w = weights.get(d.weight());
      for (int i = 0; i < d.in(); i++) {
        for (int o = 0; o < d.out(); o++) {
          y[o] += x[i] * w[i * d.out() + o];
        }
      }
      return activate(d.activation(), y);
    }
    if (layer instanceof Layer.Conv c) {
      double[] y = bias(c.bias(), c.outSide() * c.outSide());
      float[] w = weights.get(c.weight());
      spread(c.in(), c.out(), c.side(), c.outSide(), c.kernel(), c.stride(), c.padding(), false)
          .each(
              (small, big, i, o, k) ->
                  y[small] += x[big] * w[(o * c.in() + i) * c.kernel() * c.kernel() + k]);
      return activate(c.activation(), y);
    }
    if (layer instanceof Layer.TransposedConv c) {
      double[] y = bias(c.bias(), c.outSide() * c.outSide());
      float[] w = weights.get(c.weight());
      spread(c.in(), c.out(), c.side(), c.outSide(), c.kernel(), c.stride(), c.padding(), true)
          .each(
              (small, big, i, o, k) ->
                  y[big] += x[small] * w[(i * c.out() + o) * c.kernel() * c.kernel() + k]);
      return activate(c.activation(), y);
    }
    return pool((Layer.MaxPool) layer, x);
  }

  private double[] bias(String name, int area) {
    float[] b = weights.get(name);
    double[] y = new double[b.length * area];
    for (int i = 0; i < y.length; i++) {
      y[i] = b[i / area];
    }
    return y;
  }

  private static double[] pool(Layer.MaxPool p, double[] x) {
    int side = p.side() / p.size();
    double[] y = new double[p.outputs()];
    Arrays.fill(y, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < x.length; i++) {
      int column = i % p.side() / p.size();
      int row = i / p.side() % p.side() / p.size();
      int o = (i / (p.side() * p.side()) * side + row) * side + column;
      y[o] = Math.max(y[o], x[i]);
    }
    return y;
  }

  private static double[] activate(Activation activation, double[] y) {
    for (int i = 0; i < y.length; i++) {
      y[i] =
          switch (activation) {
            case LINEAR -> y[i];
            case SIGMOID -> 1 / (1 + Math.exp(-y[i]));
            case RELU -> Math.max(0, y[i]);
          };
    }
    return y;
  }

  /** What one multiply-add of a convolution joins. */
  private interface Join {
    void of(int small, int big, int in, int out, int kernel);
  }

  private interface Joins {
    void each(Join join);
  }

  /** Every pair of a place in the smaller planes and one under its window in the larger planes. */
  private static Joins spread(
      int in, int out, int side, int outSide, int kernel, int stride, int padding, boolean back) {
    int small = back ? side : outSide;
    int big = back ? outSide : side;
    return join -> {
      for (int n = 0; n < in * out * small * small * kernel * kernel; n++) {
        int k = n % (kernel * kernel);
        int place = n / (kernel * kernel) % (small * small);
        int i = n / (kernel * kernel) / (small * small) % in;
        int o = n / (kernel * kernel) / (small * small) / in;
        int y = place / small * stride - padding + k / kernel;
        int x = place % small * stride - padding + k % kernel;
        if (y >= 0 && x >= 0 && y < big && x < big) {
          int own = (back ? i : o) * small * small + place;
          int other = ((back ? o : i) * big + y) * big + x;
          join.of(own, other, i, o, k);
        }
      }
    };
  }
}
