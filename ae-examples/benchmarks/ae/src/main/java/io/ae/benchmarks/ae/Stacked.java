package io.ae.benchmarks.ae;

import io.ae.api.graph.Init;
import io.ae.api.graph.Ops;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Type;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
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
 * {@code sda-1} to {@code sda-3}: the last of some ReLU layers learns to reconstruct its input with
 * tied weights, the layers below it are frozen.
 *
 * <p>P. Vincent, H. Larochelle, I. Lajoie, Y. Bengio, P.-A. Manzagol, "Stacked denoising
 * autoencoders", JMLR 11, 2010.
 */
final class Stacked implements Network {
  private final List<Layer> frozen = new ArrayList<>();
  private final Layer layer;
  private final Var out;
  private final Optimiser optimiser;

  /**
   * @param sizes from the rows' to the last layer's
   */
  Stacked(Vars vars, List<Integer> sizes, Optimiser optimiser) {
    int last = sizes.size() - 2;
    for (int i = 0; i < last; i++) {
      frozen.add(frozen(vars.scope("layer" + i), sizes.get(i), sizes.get(i + 1)));
    }
    this.layer = Layer.of(vars.scope("layer" + last), sizes.get(last), sizes.get(last + 1));
    this.out = vars.scope("decoder").parameter("bias", Init.zeros(), sizes.get(last));
    this.optimiser = optimiser;
  }

  private static Layer frozen(Vars vars, int in, int out) {
    return new Layer(
        vars.state("weight", Type.real(Shape.of(in, out)), Init.glorot(in, out, 1)),
        vars.state("bias", Type.real(Shape.of(out)), Init.zeros()));
  }

  /** The input of the layer that learns. */
  private Value below(Ops o, Value x) {
    Value h = x;
    for (Layer f : frozen) {
      h = o.relu(f.sums(o, h)); // [B, H]
    }
    return h;
  }

  @Override
  public Encoded encode(Ops o, Value x) {
    return Encoded.of(o.relu(layer.sums(o, below(o, x)))); // [B, L]
  }

  /** The layer's input again: rows only where nothing lies below. */
  @Override
  public Value decode(Ops o, Encoded e) {
    return o.dense(e.code(), o.transpose(o.read(layer.weight())), out); // [B, D]
  }

  private Terms loss(Ops o, Batch in) {
    Value x = below(o, in.x()); // [B, D]
    return Errors.squared(o, decode(o, Encoded.of(o.relu(layer.sums(o, x)))), x);
  }

  @Override
  public List<Phase> phases() {
    return List.of(Phase.of("train", this::loss, optimiser));
  }
}
