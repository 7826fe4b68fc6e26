package io.ae.core.seam;

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

/** Dense with dropout and tied weights. */
final class TiedDropout implements Network {
  private final double rate;
  private final Var w;
  private final Var b;
  private final Var c;

  TiedDropout(Vars s, int d, int l, double rate) {
    this.rate = rate;
    w = s.parameter("w", new Init.Normal(.4), d, l);
    b = s.parameter("b", Init.zeros(), l);
    c = s.parameter("c", Init.zeros(), d);
  }

  @Override
  public Encoded encode(Ops o, Value x) {
    return Encoded.of(o.sigmoid(o.dense(x, w, b))); // [B, L]
  }

  @Override
  public Value decode(Ops o, Encoded e) {
    return o.dense(e.code(), o.transpose(w), c); // [B, D]
  }

  private Terms loss(Ops o, Batch in) {
    Value h = encode(o, in.x()).code(); // [B, L]
    if (o.training()) {
      h = o.dropout("dropout", h, rate);
    }
    Value z = decode(o, Encoded.of(h)); // [B, D]
    return Terms.of("error", o.sumFeatures(o.square(o.sub(z, in.x())))) // [B]
        .and("decay", o.mul(o.sumAll(o.square(w)), .001)); // []
  }

  @Override
  public List<Phase> phases() {
    return List.of(Phase.of("train", this::loss, Optimiser.adam(.02)));
  }
}
