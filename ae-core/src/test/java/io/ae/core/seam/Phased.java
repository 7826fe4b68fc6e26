package io.ae.core.seam;

import io.ae.api.graph.Init;
import io.ae.api.graph.Ops;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import io.ae.api.model.Encoded;
import io.ae.api.model.Network;
import io.ae.api.model.Phase;
import io.ae.api.model.Vars;
import java.util.List;

/** A network that does nothing but hold phases: for rules about tracing. */
final class Phased implements Network {
  private final List<Phase> phases;

  Phased(Vars s, Phase... phases) {
    this.phases = List.of(phases);
  }

  /** Declares a parameter of one element. */
  static Var one(Vars s, String name) {
    return s.parameter(name, new Init.Constant(2), 1);
  }

  @Override
  public Encoded encode(Ops o, Value x) {
    return Encoded.of(x);
  }

  @Override
  public Value decode(Ops o, Encoded e) {
    return e.code();
  }

  @Override
  public List<Phase> phases() {
    return phases;
  }
}
