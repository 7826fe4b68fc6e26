package io.ae.benchmarks.ae;

import io.ae.api.graph.Ops;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Value;
import io.ae.api.model.Batch;
import io.ae.api.model.Encoded;
import io.ae.api.model.Network;
import io.ae.api.model.Optimiser;
import io.ae.api.model.Phase;
import io.ae.api.model.Terms;
import io.ae.api.model.Vars;
import java.util.List;

/**
 * {@code contractive}: a sigmoid layer whose Jacobian is kept small, in closed form.
 *
 * <p>S. Rifai, P. Vincent, X. Muller, X. Glorot, Y. Bengio, "Contractive auto-encoders: explicit
 * invariance during feature extraction", ICML 2011.
 */
final class Contractive implements Network {
  private final Layer encoder;
  private final Layer decoder;
  private final double factor;
  private final Optimiser optimiser;

  /**
   * @param factor on the squared Frobenius norm of the Jacobian
   */
  Contractive(Vars vars, int features, int hidden, double factor, Optimiser optimiser) {
    this.encoder = Layer.of(vars.scope("encoder"), features, hidden);
    this.decoder = Layer.of(vars.scope("decoder"), hidden, features);
    this.factor = factor;
    this.optimiser = optimiser;
  }

  @Override
  public Encoded encode(Ops o, Value x) {
    return Encoded.of(o.sigmoid(encoder.sums(o, x))); // [B, L]
  }

  @Override
  public Value decode(Ops o, Encoded e) {
    return decoder.sums(o, e.code()); // [B, D]
  }

  /**
   * The squared Frobenius norm of ∂h/∂x, summed over units: Σⱼ (hⱼ(1 − hⱼ))² Σᵢ Wᵢⱼ², {@code [B]}.
   *
   * @param h {@code [B, L]}
   */
  private Value contraction(Ops o, Value h) {
    int units = encoder.bias().shape().last();
    Value columns = o.sumTo(o.square(encoder.weight()), Shape.of(1, units)); // [1, L]
    Value slopes = o.square(o.mul(h, o.sub(1, h))); // [B, L]
    return o.sumFeatures(o.mul(slopes, o.reshape(columns, Shape.of(units)))); // [B]
  }

  private Terms loss(Ops o, Batch in) {
    Encoded e = encode(o, in.x());
    return Errors.squared(o, decode(o, e), in.x())
        .and("contraction", o.mul(contraction(o, e.code()), factor)); // [B]
  }

  @Override
  public List<Phase> phases() {
    return List.of(Phase.of("train", this::loss, optimiser));
  }
}
