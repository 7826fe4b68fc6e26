package io.ae.core.nn;

import io.ae.api.graph.Ops;
import io.ae.api.graph.Value;
import java.util.List;

/**
 * Layers one after another, with dropout on the hidden units between them.
 *
 * <p>N. Srivastava et al., "Dropout: a simple way to prevent neural networks from overfitting",
 * JMLR 2014.
 *
 * @param name scope of its random numbers
 * @param layers first to last
 * @param dropout probability in [0, 1) that a hidden unit is silent in training
 */
public record LayerStack(String name, List<DenseLayer> layers, double dropout) {
  public LayerStack {
    layers = List.copyOf(layers);
  }

  /** Returns the last layer's activations, {@code [rows…, out]}. */
  public Value apply(Ops o, Value x) {
    return layers.get(layers.size() - 1).activation().apply(o, sums(o, x));
  }

  /** Returns the last layer's sums before its activation, {@code [rows…, out]}. */
  public Value sums(Ops o, Value x) {
    return o.scope(name, () -> through(o, x));
  }

  private Value through(Ops o, Value x) {
    Value h = x;
    for (int i = 0; i < layers.size() - 1; i++) {
      h = layers.get(i).apply(o, h);
      if (dropout > 0 && o.training()) {
        h = o.dropout("dropout" + i, h, dropout);
      }
    }
    return layers.get(layers.size() - 1).sums(o, h);
  }
}
