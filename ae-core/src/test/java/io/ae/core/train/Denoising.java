package io.ae.core.train;

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

/**
 * Two turns: the autoencoder with noise on its input, then its decoder alone, which begins from the
 * transposed encoder. The second keeps a running count of its own.
 */
final class Denoising implements Network {
  private final Var w;
  private final Var b;
  private final Var v;
  private final Var c;
  private final Var seen;

  Denoising(Vars vars) {
    w = vars.parameter("w", new Init.Normal(.4), Trial.WIDTH, 2);
    b = vars.parameter("b", Init.zeros(), 2);
    v = vars.parameter("v", new Init.Normal(.4), 2, Trial.WIDTH);
    c = vars.parameter("c", Init.zeros(), Trial.WIDTH);
    seen = vars.state("seen", io.ae.api.graph.Type.real(Shape.scalar()), Init.zeros());
  }

  @Override
  public Encoded encode(Ops o, Value x) {
    return Encoded.of(o.tanh(o.dense(x, w, b))); // [B, 2]
  }

  @Override
  public Value decode(Ops o, Encoded e) {
    return o.dense(e.code(), v, c); // [B, D]
  }

  @Override
  public List<Phase> phases() {
    return List.of(
        Phase.of("both", this::loss, Optimiser.adam(.05)).moving(Set.of(w, b, v, c)),
        Phase.of("decoder", this::decoderLoss, Optimiser.sgd(.05, .9))
            .moving(Set.of(v, c, seen))
            .beginning(
                o -> {
                  o.write(v, o.transpose(w));
                  o.write(seen, o.add(seen, 1000));
                })
            .inTurn(1));
  }

  private Terms loss(Ops o, Batch in) {
    Value x = o.training() ? o.dropout("noise", in.x(), .2) : in.x(); // [B, D]
    return Terms.of("error", error(o, in.x(), decode(o, encode(o, x))))
        .and("decay", o.mul(o.sumAll(o.square(w)), 1e-3));
  }

  private Terms decoderLoss(Ops o, Batch in) {
    if (o.training()) {
      o.write(seen, o.add(seen, o.rowCount()));
    }
    Value code = o.stop(encode(o, in.x()).code()); // [B, 2]
    return Terms.of("error", error(o, in.x(), decode(o, Encoded.of(code))));
  }

  private static Value error(Ops o, Value x, Value z) {
    return o.sumFeatures(o.square(o.sub(x, z))); // [B]
  }
}
