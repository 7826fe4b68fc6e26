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
import java.util.Set;

/** Adversarial autoencoder: three phases of one turn, so three optimisers in a step. */
final class Adversarial implements Network {
  private final int l;
  private final Var w;
  private final Var b;
  private final Var v;
  private final Var c;
  private final Var judge;
  private final Var judgeBias;
  private final Var verdict;
  private final Var verdictBias;

  Adversarial(Vars s, int d, int l, int h) {
    this.l = l;
    w = s.parameter("w", Init.glorot(d, l, 1), d, l);
    b = s.parameter("b", Init.zeros(), l);
    v = s.parameter("v", Init.glorot(l, d, 1), l, d);
    c = s.parameter("c", Init.zeros(), d);
    judge = s.parameter("judge.w", Init.glorot(l, h, 1), l, h);
    judgeBias = s.parameter("judge.b", Init.zeros(), h);
    verdict = s.parameter("verdict.w", Init.glorot(h, 1, 1), h, 1);
    verdictBias = s.parameter("verdict.b", Init.zeros(), 1);
  }

  @Override
  public Encoded encode(Ops o, Value x) {
    return Encoded.of(o.dense(x, w, b)); // [B, L]
  }

  @Override
  public Value decode(Ops o, Encoded e) {
    return o.sigmoid(o.dense(e.code(), v, c)); // [B, D]
  }

  /** The log-odds that a code was drawn from the prior, {@code [B]}. */
  private Value odds(Ops o, Value code) {
    Value hidden = o.tanh(o.dense(code, judge, judgeBias)); // [B, H]
    return o.sumFeatures(o.dense(hidden, verdict, verdictBias)); // [B]
  }

  private Terms fit(Ops o, Batch in) {
    Value z = decode(o, encode(o, in.x())); // [B, D]
    return Terms.of("error", o.sumFeatures(o.square(o.sub(z, in.x())))); // [B]
  }

  private Terms judge(Ops o, Batch in) {
    Value prior = o.normal("prior", Shape.rows(l)); // [B, L]
    Value fake = odds(o, o.stop(encode(o, in.x()).code())); // [B]
    return Terms.of("prior", o.softplus(o.neg(odds(o, prior)))).and("code", o.softplus(fake));
  }

  private Terms fool(Ops o, Batch in) {
    return Terms.of("fool", o.softplus(o.neg(odds(o, encode(o, in.x()).code())))); // [B]
  }

  @Override
  public List<Phase> phases() {
    return List.of(
        Phase.of("fit", this::fit, Optimiser.adam(.02)).moving(Set.of(w, b, v, c)),
        Phase.of("judge", this::judge, Optimiser.sgd(.05, .5))
            .moving(Set.of(judge, judgeBias, verdict, verdictBias)),
        Phase.of("fool", this::fool, Optimiser.rmsProp(.002)).moving(Set.of(w, b)));
  }
}
