package io.ae.core.train;

import io.ae.api.graph.Init;
import io.ae.api.graph.Ops;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import io.ae.api.model.Encoded;
import io.ae.api.model.Loss;
import io.ae.api.model.Network;
import io.ae.api.model.Phase;
import io.ae.api.model.Terms;
import io.ae.api.model.Vars;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** One scalar parameter p, starting at 0, and whatever phases a test gives it. */
final class Scripted implements Network {
  final Var p;
  private final List<Phase> phases;

  Scripted(Vars vars, Function<Scripted, List<Phase>> phases) {
    this.p = vars.parameter("p", Init.zeros());
    this.phases = phases.apply(this);
  }

  /** A term that reads p alone. */
  Loss scalar(BiFunction<Ops, Value, Value> term) {
    return (o, in) -> Terms.of("term", term.apply(o, o.read(p)));
  }

  @Override
  public Encoded encode(Ops o, Value x) {
    return Encoded.of(o.mul(o.slice(x, 1, 0, 1), p)); // [B, 1]
  }

  @Override
  public Value decode(Ops o, Encoded e) {
    return e.code(); // [B, 1]
  }

  @Override
  public List<Phase> phases() {
    return phases;
  }
}
