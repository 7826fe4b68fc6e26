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

/** Sparse counts of words, a multinomial likelihood at their non-zeros. */
final class Text implements Network {
  private final Var w;
  private final Var b;
  private final Var v;
  private final Var c;

  Text(Vars s, int d, int l) {
    w = s.parameter("w", Init.glorot(d, l, 1), d, l);
    b = s.parameter("b", Init.zeros(), l);
    v = s.parameter("v", Init.glorot(l, d, 1), l, d);
    c = s.parameter("c", Init.zeros(), d);
  }

  @Override
  public Encoded encode(Ops o, Value x) {
    Value total = o.sumNonZeros(x, o.nonZeros(x)); // [B]
    Value share = o.div(o.nonZeros(x), o.expandRows(x, o.max(total, 1))); // [N]
    return Encoded.of(o.tanh(o.add(o.csrMatMul(x, share, w), b))); // [B, L]
  }

  @Override
  public Value decode(Ops o, Encoded e) {
    return o.softmax(o.dense(e.code(), v, c)); // [B, D]
  }

  private Terms loss(Ops o, Batch in) {
    Value x = in.x();
    Value logits = o.dense(encode(o, x).code(), v, c); // [B, D]
    Value at = o.gatherAt(x, o.logSoftmax(logits)); // [N]
    return Terms.of("nll", o.neg(o.sumNonZeros(x, o.mul(at, o.nonZeros(x))))); // [B]
  }

  @Override
  public List<Phase> phases() {
    return List.of(Phase.of("train", this::loss, Optimiser.adam(.03)));
  }
}
