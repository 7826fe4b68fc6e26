package io.ae.benchmarks.ae;

import io.ae.api.graph.Ops;
import io.ae.api.graph.Value;
import io.ae.api.model.Batch;
import io.ae.api.model.Encoded;
import io.ae.api.model.Network;
import io.ae.api.model.Optimiser;
import io.ae.api.model.Phase;
import io.ae.api.model.Terms;
import io.ae.api.model.Vars;
import java.util.List;

/**
 * {@code vae}: Gaussian code, Bernoulli likelihood, one sample a row.
 *
 * <p>D. Kingma, M. Welling, "Auto-encoding variational Bayes", ICLR 2014.
 */
final class Variational implements Network {
  private final Layer hidden;
  private final Layer mean;
  private final Layer logVariance;
  private final Layer up;
  private final Layer out;
  private final Optimiser optimiser;

  Variational(Vars vars, int features, int units, int code, Optimiser optimiser) {
    this.hidden = Layer.of(vars.scope("encoder"), features, units);
    this.mean = Layer.of(vars.scope("mean"), units, code);
    this.logVariance = Layer.of(vars.scope("logvar"), units, code);
    this.up = Layer.of(vars.scope("decoder0"), code, units);
    this.out = Layer.of(vars.scope("decoder1"), units, features);
    this.optimiser = optimiser;
  }

  @Override
  public Encoded encode(Ops o, Value x) {
    return Encoded.of(mean.sums(o, o.relu(hidden.sums(o, x)))); // [B, L]
  }

  @Override
  public Value decode(Ops o, Encoded e) {
    return o.sigmoid(logits(o, e.code())); // [B, D]
  }

  private Value logits(Ops o, Value z) {
    return out.sums(o, o.relu(up.sums(o, z))); // [B, D]
  }

  /** Cross entropy + KL of N(m, eˢ) from N(0, 1): ½ Σ (m² + eˢ − 1 − s), in nats. */
  private Terms loss(Ops o, Batch in) {
    Value h = o.relu(hidden.sums(o, in.x())); // [B, H]
    Value m = mean.sums(o, h); // [B, L]
    Value s = logVariance.sums(o, h); // [B, L]
    Value z = m; // [B, L]
    if (o.training()) {
      z = o.add(m, o.mul(o.exp(o.mul(s, .5)), o.normal("noise", m.shape())));
    }
    Value kl = o.sub(o.sub(o.add(o.square(m), o.exp(s)), 1), s); // [B, L]
    return Errors.crossEntropy(o, logits(o, z), in.x())
        .and("kl", o.mul(o.sumFeatures(kl), .5)); // [B]
  }

  @Override
  public List<Phase> phases() {
    return List.of(Phase.of("train", this::loss, optimiser));
  }
}
