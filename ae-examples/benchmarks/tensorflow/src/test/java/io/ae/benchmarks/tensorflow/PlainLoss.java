package io.ae.benchmarks.tensorflow;

import io.ae.benchmarks.common.Layer;
import io.ae.benchmarks.common.Loss;
import io.ae.benchmarks.common.WorkItem;
import java.util.List;
import java.util.Map;

/**
 * An item's loss in double precision, by the formulas of the benchmark's contract; without masks
 * and without noise.
 */
final class PlainLoss {
  private final WorkItem item;
  private final double[][] rows;
  private final int[] labels;

  PlainLoss(WorkItem item, double[][] rows, int[] labels) {
    this.item = item;
    this.rows = rows;
    this.labels = labels;
  }

  double of(Map<String, double[]> weights) {
    PlainLayers layers = new PlainLayers(weights);
    double sum = 0;
    for (int r = 0; r < rows.length; r++) {
      sum += ofRow(layers, weights, r);
    }
    return sum / rows.length;
  }

  private double ofRow(PlainLayers layers, Map<String, double[]> weights, int r) {
    List<Layer> all = item.layers();
    double[] x = rows[r];
    return switch (item.family()) {
      case CHAIN, DENOISING -> error(layers.chain(all, x), x);
      case CONTRACTIVE -> {
        Layer.Dense d = (Layer.Dense) all.get(0);
        double[] h = layers.apply(d, x);
        yield error(layers.apply(all.get(1), h), x)
            + WorkItem.CONTRACTION * contraction(h, weights.get(d.weight()));
      }
      case STACKED -> {
        double[] below = layers.chain(all.subList(0, item.frozen()), x);
        yield error(layers.chain(all.subList(item.frozen(), all.size()), below), below);
      }
      case CLASSIFIER -> surprise(layers.chain(all, x), labels[r]);
      case VARIATIONAL -> {
        double[] h = layers.apply(all.get(0), x);
        double[] m = layers.apply(all.get(1), h);
        yield error(layers.chain(all.subList(3, all.size()), m), x)
            + divergence(m, layers.apply(all.get(2), h));
      }
      case ENCODER -> throw new IllegalArgumentException("not trained");
    };
  }

  private double error(double[] y, double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum +=
          item.loss() == Loss.MSE
              ? (y[i] - x[i]) * (y[i] - x[i]) / x.length
              : Math.log1p(Math.exp(-Math.abs(y[i]))) + Math.max(y[i], 0) - x[i] * y[i];
    }
    return sum;
  }

  private static double contraction(double[] h, double[] w) {
    double sum = 0;
    for (int i = 0; i < w.length; i++) {
      double slope = h[i % h.length] * (1 - h[i % h.length]);
      sum += slope * slope * w[i] * w[i];
    }
    return sum;
  }

  private static double surprise(double[] logits, int label) {
    double sum = 0;
    for (double logit : logits) {
      sum += Math.exp(logit - logits[label]);
    }
    return Math.log(sum);
  }

  private static double divergence(double[] m, double[] s) {
    double sum = 0;
    for (int j = 0; j < m.length; j++) {
      sum += (m[j] * m[j] + Math.exp(s[j]) - 1 - s[j]) / 2;
    }
    return sum;
  }
}
