package io.ae.api.model;

import io.ae.api.graph.Ops;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;

/**
 * Stochastic gradient descent: v ← μ·v + g, p ← p − rate · v; with Nesterov p ← p − rate · (g +
 * μ·v). A velocity is rounded to multiples of 2⁻⁹⁹ in single precision.
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
  /**
   * Added and taken away again, it lets a velocity that nothing moves come to rest: denormal
   * numbers are a hundred times slower.
   */
  private static final double REST = 0x1.8p-76;

  @Override
  public void update(Ops o, Slots slots, Var parameter, Value gradient, Value t, Value rate) {
    Value g = decay == 0 ? gradient : o.add(gradient, o.mul(parameter, decay));
    Value direction = g;
    if (momentum != 0) {
      Var velocity = slots.slot("velocity");
      Value v = o.sub(o.add(o.add(o.mul(velocity, momentum), g), REST), REST);
      o.write(velocity, v);
      direction = nesterov ? o.add(g, o.mul(v, momentum)) : v;
    }
    o.write(parameter, o.sub(parameter, o.mul(direction, rate)));
  }
}
