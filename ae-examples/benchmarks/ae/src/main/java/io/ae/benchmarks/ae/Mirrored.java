package io.ae.benchmarks.ae;

import io.ae.api.graph.Ops;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Value;
import io.ae.api.model.Batch;
import io.ae.api.model.Encoded;
import io.ae.api.model.Network;
import io.ae.api.model.Optimiser;
import io.ae.api.model.Phase;
import io.ae.api.model.Terms;
import io.ae.api.model.Vars;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code deep2d} and {@code hinton}: sigmoid layers, a linear code, the same layers backwards.
 *
 * <p>G. Hinton, R. Salakhutdinov, "Reducing the dimensionality of data with neural networks",
 * Science 313, 2006.
 */
final class Mirrored implements Network {
  private final List<Layer> encoder = new ArrayList<>();
  private final List<Layer> decoder = new ArrayList<>();
  private final Shape rows;
  private final boolean crossEntropy;
  private final Optimiser optimiser;

  /**
   * @param row shape of a row
   * @param sizes of the encoder's layers, the code's last
   * @param crossEntropy on logits; else the squared error of a sigmoid output
   */
  Mirrored(Vars vars, Shape row, List<Integer> sizes, boolean crossEntropy, Optimiser optimiser) {
    this.rows = Shape.rows(row);
    this.crossEntropy = crossEntropy;
    this.optimiser = optimiser;
    int in = Math.toIntExact(row.elements());
    for (int i = 0; i < sizes.size(); i++) {
      encoder.add(Layer.of(vars.scope("encoder" + i), in, sizes.get(i)));
      in = sizes.get(i);
    }
    for (int i = sizes.size() - 1, k = 0; i >= 0; i--, k++) {
      int out = Math.toIntExact(i == 0 ? row.elements() : sizes.get(i - 1));
      decoder.add(Layer.of(vars.scope("decoder" + k), sizes.get(i), out));
    }
  }

  @Override
  public Encoded encode(Ops o, Value x) {
    return Encoded.of(sums(o, encoder, o.flatten(x))); // [B, L]
  }

  @Override
  public Value decode(Ops o, Encoded e) {
    return o.reshape(o.sigmoid(sums(o, decoder, e.code())), rows); // [B, …]
  }

  /** Sigmoid after all layers but the last. */
  private static Value sums(Ops o, List<Layer> layers, Value x) {
    Value h = x;
    for (int i = 0; i < layers.size(); i++) {
      h = layers.get(i).sums(o, i == 0 ? h : o.sigmoid(h)); // [B, H]
    }
    return h;
  }

  private Terms loss(Ops o, Batch in) {
    Value z = sums(o, decoder, encode(o, in.x()).code()); // [B, D]
    Value x = o.flatten(in.x()); // [B, D]
    return crossEntropy ? Errors.crossEntropy(o, z, x) : Errors.squared(o, o.sigmoid(z), x);
  }

  @Override
  public List<Phase> phases() {
    return List.of(Phase.of("train", this::loss, optimiser));
  }
}
