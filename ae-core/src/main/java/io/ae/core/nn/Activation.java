package io.ae.core.nn;

import io.ae.api.graph.Operand;
import io.ae.api.graph.Ops;
import io.ae.api.graph.Value;
import java.util.function.BiFunction;

/** What a unit does with the sum of its inputs. */
public enum Activation {
  /** The sum itself. */
  LINEAR((o, x) -> o.value(x)),
  /** 1 / (1 + e⁻ˣ), in (0, 1). */
  SIGMOID((o, x) -> o.sigmoid(x)),
  /** Hyperbolic tangent, in (−1, 1). */
  TANH((o, x) -> o.tanh(x)),
  /** max(x, 0). */
  RELU((o, x) -> o.relu(x)),
  /** x where positive, else x / 100. */
  LEAKY_RELU((o, x) -> o.max(x, o.mul(x, .01))),
  /** x where positive, else eˣ − 1. */
  ELU((o, x) -> o.sub(o.add(o.relu(x), o.exp(o.min(x, 0))), 1)),
  /** ln(1 + eˣ). */
  SOFTPLUS((o, x) -> o.softplus(x)),
  /** x · Φ(x), with Φ the normal distribution's cumulative function. */
  GELU((o, x) -> o.mul(o.mul(x, .5), o.add(o.erf(o.mul(x, Math.sqrt(.5))), 1)));

  private final BiFunction<Ops, Operand, Value> formula;

  Activation(BiFunction<Ops, Operand, Value> formula) {
    this.formula = formula;
  }

  /** Returns the activations of any shape. */
  public Value apply(Ops o, Operand x) {
    return formula.apply(o, x);
  }
}
