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

/** Contractive by the exact Jacobian of the encoder, whatever the encoder is. */
final class Contractive implements Network {
  private final int l;
  private final Var w;
  private final Var b;
  private final Var u;
  private final Var v;
  private final Var c;

  Contractive(Vars s, int d, int h, int l) {
    this.l = l;
    w = s.parameter("w", Init.glorot(d, h, 2), d, h);
    b = s.parameter("b", Init.zeros(), h);
    u = s.parameter("u", Init.glorot(h, l, 2), h, l);
    v = s.parameter("v", Init.glorot(l, d, 1), l, d);
    c = s.parameter("c", Init.zeros(), d);
  }

  private Value up(Ops o, Value x) {
    return o.tanh(o.matmul(o.sigmoid(o.dense(x, w, b)), u)); // […, L]
  }

  @Override
  public Encoded encode(Ops o, Value x) {
    return Encoded.of(up(o, x)); // [B, L]
  }

  @Override
  public Value decode(Ops o, Encoded e) {
    return o.dense(e.code(), v, c); // [B, D]
  }

  /** ∂code/∂x, {@code [B, L, D]}: each row once for each unit of its code. */
  Value jacobian(Ops o, Value x) {
    Value copies = o.repeat(x, l); // [B, L, D]
    Value diagonal = o.sumAll(o.mul(up(o, copies), o.eye(l))); // []
    return o.gradient(diagonal, List.of(copies)).get(0); // [B, L, D]
  }

  private Terms loss(Ops o, Batch in) {
    Value z = decode(o, encode(o, in.x())); // [B, D]
    return Terms.of("error", o.sumFeatures(o.square(o.sub(z, in.x())))) // [B]
        .and("contraction", o.mul(o.sumFeatures(o.square(jacobian(o, in.x()))), .1)); // [B]
  }

  @Override
  public List<Phase> phases() {
    return List.of(Phase.of("train", this::loss, Optimiser.adam(.02)));
  }
}
