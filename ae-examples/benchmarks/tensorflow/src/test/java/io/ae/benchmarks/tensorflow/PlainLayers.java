package io.ae.benchmarks.tensorflow;

import io.ae.benchmarks.common.Activation;
import io.ae.benchmarks.common.Layer;
import java.util.List;
import java.util.Map;

/** The layers in plain loops and double precision, a row at a time, planes as they are stored. */
final class PlainLayers {
  private final Map<String, double[]> weights;

  PlainLayers(Map<String, double[]> weights) {
    this.weights = weights;
  }

  double[] chain(List<Layer> layers, double[] x) {
    double[] h = x;
    for (Layer layer : layers) {
      h = apply(layer, h);
    }
    return h;
  }

  double[] apply(Layer layer, double[] x) {
    if (layer instanceof Layer.Dense d) {
      double[] sums = product(x, weights.get(d.weight()), d.in(), d.out(), false);
      return activated(sums, weights.get(d.bias()), d.activation());
    }
    if (layer instanceof Layer.Tied t) {
      double[] sums = product(x, weights.get(t.weight()), t.in(), t.out(), true);
      return activated(sums, weights.get(t.bias()), t.activation());
    }
    if (layer instanceof Layer.Conv c) {
      double[] sums = new double[c.outputs()];
      windows(
          weights.get(c.weight()),
          new Window(c.out(), c.outSide(), c.in(), c.side(), c.kernel(), c.stride(), c.padding()),
          (small, large, k) -> sums[small] += x[large] * k);
      return activated(sums, weights.get(c.bias()), c.activation());
    }
    if (layer instanceof Layer.TransposedConv c) {
      double[] sums = new double[c.outputs()];
      windows(
          weights.get(c.weight()),
          new Window(c.in(), c.side(), c.out(), c.outSide(), c.kernel(), c.stride(), c.padding()),
          (small, large, k) -> sums[large] += x[small] * k);
      return activated(sums, weights.get(c.bias()), c.activation());
    }
    return pooled((Layer.MaxPool) layer, x);
  }

  private static double[] product(double[] x, double[] w, int in, int out, boolean transposed) {
    double[] y = new double[out];
    for (int i = 0; i < in; i++) {
      for (int j = 0; j < out; j++) {
        y[j] += x[i] * (transposed ? w[j * in + i] : w[i * out + j]);
      }
    }
    return y;
  }

  /** A bias stands for as many neighbouring values as a plane has. */
  private static double[] activated(double[] sums, double[] bias, Activation activation) {
    double[] y = new double[sums.length];
    int plane = sums.length / bias.length;
    for (int i = 0; i < y.length; i++) {
      double sum = sums[i] + bias[i / plane];
      y[i] =
          switch (activation) {
            case LINEAR -> sum;
            case SIGMOID -> 1 / (1 + Math.exp(-sum));
            case RELU -> Math.max(sum, 0);
          };
    }
    return y;
  }

  private record Window(
      int smalls, int small, int larges, int large, int kernel, int stride, int padding) {}

  private interface Tap {
    void at(int small, int large, double k);
  }

  private static void windows(double[] kernels, Window w, Tap tap) {
    int area = w.kernel() * w.kernel();
    for (int s = 0; s < w.smalls(); s++) {
      for (int l = 0; l < w.larges(); l++) {
        for (int at = 0; at < w.small() * w.small(); at++) {
          for (int k = 0; k < area; k++) {
            int y = at / w.small() * w.stride() - w.padding() + k / w.kernel();
            int x = at % w.small() * w.stride() - w.padding() + k % w.kernel();
            if (y >= 0 && y < w.large() && x >= 0 && x < w.large()) {
              int small = s * w.small() * w.small() + at;
              int large = (l * w.large() + y) * w.large() + x;
              tap.at(small, large, kernels[(s * w.larges() + l) * area + k]);
            }
          }
        }
      }
    }
  }

  private static double[] pooled(Layer.MaxPool p, double[] x) {
    int side = p.side() / p.size();
    double[] y = new double[p.outputs()];
    for (int i = 0; i < y.length; i++) {
      int row = i / side * p.size(); // planes follow one another, so rows of all are counted on
      int column = i % side * p.size();
      y[i] = Double.NEGATIVE_INFINITY;
      for (int k = 0; k < p.size() * p.size(); k++) {
        int at = (row + k / p.size()) * p.side() + column + k % p.size();
        y[i] = Math.max(y[i], x[at]);
      }
    }
    return y;
  }
}
