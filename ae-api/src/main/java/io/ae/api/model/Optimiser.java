package io.ae.api.model;

import io.ae.api.graph.Ops;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;

/** How a gradient becomes an update, written in ops. */
public interface Optimiser {
  /** Returns the learning rate where the user gives none. */
  double rate();

  /**
   * Writes the parameter and the slots as they are after the step.
   *
   * @param o where it is written down
   * @param slots what is remembered of this parameter
   * @param parameter what moves
   * @param gradient of the parameter's shape
   * @param t steps of this phase, counted from 1, a step scalar
   * @param rate this step's learning rate, {@code []}
   */
  void update(Ops o, Slots slots, Var parameter, Value gradient, Value t, Value rate);

  /** Returns Adam with β₁ = 0.9, β₂ = 0.999, ε = 1e-8. */
  static Optimiser adam(double rate) {
    return new Adam(rate, .9, .999, 1e-8, 0);
  }

  /** Returns AdamW: Adam with decoupled weight decay. */
  static Optimiser adamW(double rate, double decay) {
    return new Adam(rate, .9, .999, 1e-8, decay);
  }

  /** Returns stochastic gradient descent with momentum, 0 for none. */
  static Optimiser sgd(double rate, double momentum) {
    return new Sgd(rate, momentum, false, 0);
  }

  /** Returns RMSProp with ρ = 0.9, ε = 1e-8. */
  static Optimiser rmsProp(double rate) {
    return new RmsProp(rate, .9, 1e-8);
  }
}
