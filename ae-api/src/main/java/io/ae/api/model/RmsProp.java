package io.ae.api.model;

import io.ae.api.graph.Ops;
import io.ae.api.graph.Update;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;

/**
 * RMSProp: v ← ρ·v + (1 − ρ)·g², p ← p − rate · g / (√v + ε).
 *
 * <p>T. Tieleman, G. Hinton, "Lecture 6.5: rmsprop", Coursera, 2012.
 *
 * @param rate learning rate
 * @param rho decay of the mean of squared gradients
 * @param epsilon added to the root
 */
public record RmsProp(double rate, double rho, double epsilon) implements Optimiser {
  @Override
  public void update(Ops o, Slots slots, Var parameter, Value gradient, Value t, Value rate) {
    Var square = slots.slot("v");
    Value v = o.apply(new Update.SquareMoment(rho), square, gradient);
    o.write(square, v);
    Value direction = o.div(gradient, o.add(o.sqrt(v), epsilon));
    o.write(parameter, o.sub(parameter, o.mul(direction, rate)));
  }
}
