package io.ae.core.seam;

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
import java.util.List;

/** Sparse by the divergence of mean activations from a target: joins in mid-graph. */
final class KlSparse implements Network {
  private static final double TARGET = .1;

  private final Var w;
  private final Var b;
  private final Var v;
  private final Var c;
  private final Var usual;

  KlSparse(Vars s, int d, int l) {
    w = s.parameter("w", Init.glorot(d, l, 4), d, l);
    b = s.parameter("b", Init.zeros(), l);
    v = s.parameter("v", Init.glorot(l, d, 1), l, d);
    c = s.parameter("c", Init.zeros(), d);
    usual = s.state("usual", Type.real(Shape.of(d)), Init.zeros());
  }

  @Override
  public Encoded encode(Ops o, Value x) {
    return Encoded.of(hidden(o, x, o.read(usual)));
  }

  private Value hidden(Ops o, Value x, Value centre) {
    return o.sigmoid(o.dense(o.sub(x, centre), w, b)); // [B, L]
  }

  @Override
  public Value decode(Ops o, Encoded e) {
    return o.dense(e.code(), v, c); // [B, D]
  }

  private Terms loss(Ops o, Batch in) {
    Value centre = o.read(usual); // [D]
    if (o.training()) {
      centre = o.meanRows(in.x()); // [D], a join
      o.write(usual, o.add(o.mul(usual, .9), o.mul(centre, .1)));
    }
    Value h = hidden(o, in.x(), centre); // [B, L]
    Value z = decode(o, Encoded.of(h)); // [B, D]
    Value active = o.meanRows(h); // [L], a join
    Value on = o.mul(o.log(active), -TARGET); // [L]
    Value off = o.mul(o.log(o.sub(1, active)), TARGET - 1); // [L]
    return Terms.of("error", o.sumFeatures(o.square(o.sub(z, in.x())))) // [B]
        .and("sparsity", o.mul(o.sumAll(o.add(on, off)), .1)); // []
  }

  @Override
  public List<Phase> phases() {
    return List.of(Phase.of("train", this::loss, Optimiser.adam(.02)));
  }
}
