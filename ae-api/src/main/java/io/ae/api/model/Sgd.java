package io.ae.api.model;

import io.ae.api.graph.Ops;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;

/**
 * Stochastic gradient descent: v ← μ·v + g, p ← p − rate · v; with Nesterov p ← p − rate · (g +
 * μ·v).
 *
 * <p>I. Sutskever et al., "On the importance of initialization and momentum in deep learning", ICML
 * 2013.
 *
 * @param rate learning rate
 * @param momentum μ in [0, 1); 0 keeps no memory
 * @param nesterov whether to look ahead
 * @param decay weight decay added to the gradient as decay · parameter
 */
public record Sgd(double rate, double momentum, boolean nesterov, double decay)
    implements Optimiser {
  @Override
  public void update(Ops o, Slots slots, Var parameter, Value gradient, Value t, Value rate) {
    Value g = decay == 0 ? gradient : o.add(gradient, o.mul(parameter, decay));
    Value direction = g;
    if (momentum != 0) {
      Var velocity = slots.slot("velocity");
      Value v = o.add(o.mul(velocity, momentum), g);
      o.write(velocity, v);
      direction = nesterov ? o.add(g, o.mul(v, momentum)) : v;
    }
    o.write(parameter, o.sub(parameter, o.mul(direction, rate)));
  }
}
