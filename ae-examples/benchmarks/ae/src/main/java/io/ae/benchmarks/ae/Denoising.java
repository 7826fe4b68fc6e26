package io.ae.benchmarks.ae;

import io.ae.api.graph.Init;
import io.ae.api.graph.Ops;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import io.ae.api.model.Batch;
import io.ae.api.model.Encoded;
import io.ae.api.model.Network;
import io.ae.api.model.Optimiser;
import io.ae.api.model.Phase;
import io.ae.api.model.Terms;
import io.ae.api.model.Vars;
import java.util.List;

/**
 * {@code dae-20} and {@code dae-100}: a sigmoid layer with tied weights that sees each row with
 * some of its values masked, afresh in each step.
 *
 * <p>P. Vincent, H. Larochelle, Y. Bengio, P.-A. Manzagol, "Extracting and composing robust
 * features with denoising autoencoders", ICML 2008.
 */
final class Denoising implements Network {
  private final Layer encoder;
  private final Var out;
  private final double kept;
  private final Optimiser optimiser;

  /**
   * @param kept probability that a value is seen
   */
  Denoising(Vars vars, int features, int hidden, double kept, Optimiser optimiser) {
    this.encoder = Layer.of(vars.scope("encoder"), features, hidden);
    this.out = vars.scope("decoder").parameter("bias", Init.zeros(), features);
    this.kept = kept;
    this.optimiser = optimiser;
  }

  @Override
  public Encoded encode(Ops o, Value x) {
    return Encoded.of(o.sigmoid(encoder.sums(o, x))); // [B, L]
  }

  @Override
  public Value decode(Ops o, Encoded e) {
    return o.sigmoid(logits(o, e)); // [B, D]
  }

  private Value logits(Ops o, Encoded e) {
    return o.dense(e.code(), o.transpose(o.read(encoder.weight())), out); // [B, D]
  }

  private Terms loss(Ops o, Batch in) {
    Value x = in.x(); // [B, D]
    Value seen = o.training() ? o.mul(x, o.bernoulli("mask", x.shape(), kept)) : x; // [B, D]
    return Errors.crossEntropy(o, logits(o, encode(o, seen)), x);
  }

  @Override
  public List<Phase> phases() {
    return List.of(Phase.of("train", this::loss, optimiser));
  }
}
