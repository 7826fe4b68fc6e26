package io.ae.benchmarks.tensorflow;

import io.ae.benchmarks.common.Tensor;
import io.ae.benchmarks.common.WorkItem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Training in double precision: gradients by central differences, updates by the contract. */
final class PlainTraining {
  private static final double STEP = 1e-5;

  private final WorkItem item;
  private final PlainLoss loss;
  private final Map<String, double[]> weights = new LinkedHashMap<>();
  private final Map<String, double[]> first = new LinkedHashMap<>();
  private final Map<String, double[]> second = new LinkedHashMap<>();
  private int t;

  PlainTraining(WorkItem item, PlainLoss loss, Map<String, float[]> initial) {
    this.item = item;
    this.loss = loss;
    initial.forEach(
        (name, values) -> {
          weights.put(
              name, IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray());
          first.put(name, new double[values.length]);
          second.put(name, new double[values.length]);
        });
  }

  /** Returns the loss before the step. */
  double step() {
    t++;
    double before = loss.of(weights);
    Map<String, double[]> gradients = new LinkedHashMap<>();
    item.moved().forEach(tensor -> gradients.put(tensor.name(), gradient(tensor)));
    gradients.forEach(this::update);
    return before;
  }

  private double[] gradient(Tensor tensor) {
    double[] w = weights.get(tensor.name());
    double[] g = new double[w.length];
    for (int i = 0; i < g.length; i++) {
      double was = w[i];
      w[i] = was + STEP;
      double above = loss.of(weights);
      w[i] = was - STEP;
      g[i] = (above - loss.of(weights)) / (2 * STEP);
      w[i] = was;
    }
    return g;
  }

  private void update(String name, double[] g) {
    double[] w = weights.get(name);
    double[] m = first.get(name);
    double[] v = second.get(name);
    for (int i = 0; i < w.length; i++) {
      switch (item.optimiser()) {
        case ADAM -> {
          m[i] = .9 * m[i] + .1 * g[i];
          v[i] = .999 * v[i] + .001 * g[i] * g[i];
          double root = Math.sqrt(v[i] / (1 - Math.pow(.999, t)));
          w[i] -= item.rate() * m[i] / (1 - Math.pow(.9, t)) / (root + 1e-8);
        }
        case SGD -> w[i] -= item.rate() * g[i];
        case MOMENTUM -> {
          v[i] = WorkItem.MOMENTUM * v[i] + g[i];
          w[i] -= item.rate() * v[i];
        }
        case NONE -> throw new IllegalArgumentException("not trained");
      }
    }
  }
}
