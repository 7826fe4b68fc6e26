package io.ae.api.model;

import io.ae.api.graph.Ops;
import io.ae.api.graph.Update;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;

/**
 * Adam, or AdamW with a decay.
 *
 * <p>D. Kingma, J. Ba, "Adam: a method for stochastic optimization", ICLR 2015; I. Loshchilov, F.
 * Hutter, "Decoupled weight decay regularization", ICLR 2019.
 *
 * @param rate learning rate
 * @param beta1 decay of the mean of gradients
 * @param beta2 decay of the mean of squared gradients
 * @param epsilon added to the root
 * @param decay decoupled weight decay, a factor on rate · parameter
 */
public record Adam(double rate, double beta1, double beta2, double epsilon, double decay)
    implements Optimiser {
  @Override
  public void update(Ops o, Slots slots, Var parameter, Value gradient, Value t, Value rate) {
    Var mean = slots.slot("m");
    Var square = slots.slot("v");
    Value m = o.apply(new Update.Moment(beta1), mean, gradient);
    Value v = o.apply(new Update.SquareMoment(beta2), square, gradient);
    o.write(mean, m);
    o.write(square, v);
    o.write(
        parameter,
        o.apply(new Update.Adam(beta1, beta2, epsilon, decay), parameter, m, v, t, rate));
  }
}
