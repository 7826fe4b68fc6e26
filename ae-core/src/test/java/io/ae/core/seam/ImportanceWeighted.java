package io.ae.core.seam;

import io.ae.api.graph.Init;
import io.ae.api.graph.Ops;
import io.ae.api.graph.Shape;
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

/** Importance-weighted variational autoencoder: k samples a row along a second axis. */
final class ImportanceWeighted implements Network {
  private final int k;
  private final int l;
  private final Var w;
  private final Var b;
  private final Var v;
  private final Var c;

  ImportanceWeighted(Vars s, int d, int l, int k) {
    this.k = k;
    this.l = l;
    w = s.parameter("w", Init.glorot(d, 2 * l, 1), d, 2 * l);
    b = s.parameter("b", Init.zeros(), 2 * l);
    v = s.parameter("v", Init.glorot(l, d, 1), l, d);
    c = s.parameter("c", Init.zeros(), d);
  }

  @Override
  public Encoded encode(Ops o, Value x) {
    return Encoded.of(o.slice(o.dense(x, w, b), 1, 0, l)); // [B, L]
  }

  @Override
  public Value decode(Ops o, Encoded e) {
    return o.sigmoid(o.dense(e.code(), v, c)); // [B, D]
  }

  private Terms loss(Ops o, Batch in) {
    Value both = o.dense(in.x(), w, b); // [B, 2L]
    Value mean = o.repeat(o.slice(both, 1, 0, l), k); // [B, k, L]
    Value logVariance = o.repeat(o.slice(both, 1, l, 2 * l), k); // [B, k, L]
    Value noise = o.normal("noise", Shape.rows(k, l)); // [B, k, L]
    Value z = o.add(mean, o.mul(noise, o.exp(o.mul(logVariance, .5)))); // [B, k, L]
    Value logits = o.dense(z, v, c); // [B, k, D]
    Value x = o.repeat(in.x(), k); // [B, k, D]
    Value likelihood = o.sumLast(o.sub(o.mul(x, logits), o.softplus(logits))); // [B, k, 1]
    Value prior = o.sumLast(o.mul(o.square(z), -.5)); // [B, k, 1]
    Value posterior = o.sumLast(o.mul(o.add(o.square(noise), logVariance), -.5)); // [B, k, 1]
    Value weights = o.reshape(o.sub(o.add(likelihood, prior), posterior), Shape.rows(k)); // [B, k]
    Value bound = o.sub(o.sumFeatures(o.logSumExp(weights)), Math.log(k)); // [B]
    return Terms.of("bound", o.neg(bound));
  }

  @Override
  public Value generate(Ops o) {
    return decode(o, Encoded.of(o.normal("prior", Shape.rows(l)))); // [B, D]
  }

  @Override
  public List<Phase> phases() {
    return List.of(Phase.of("train", this::loss, Optimiser.adam(.02)));
  }
}
