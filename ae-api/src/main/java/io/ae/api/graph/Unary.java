package io.ae.api.graph;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Functions of one real element; each constant stands beside its gradient. */
public enum Unary implements Elementwise {
  /** −x. */
  NEG((o, x, y, g) -> o.neg(g)),
  /** eˣ. */
  EXP((o, x, y, g) -> o.mul(g, y)),
  /** Natural logarithm. */
  LOG((o, x, y, g) -> o.div(g, x)),
  /** √x; its gradient at 0 is infinite: guard the inside. */
  SQRT((o, x, y, g) -> o.div(o.mul(g, .5), y)),
  /** x². */
  SQUARE((o, x, y, g) -> o.mul(o.mul(g, 2), x)),
  /** |x|, gradient 0 at 0. */
  ABS((o, x, y, g) -> o.mul(g, o.sign(x))),
  /** −1, 0 or 1. */
  SIGN((o, x, y, g) -> null),
  /** 1/x. */
  RECIPROCAL((o, x, y, g) -> o.neg(o.mul(g, o.square(y)))),
  /** 1 / (1 + e⁻ˣ). */
  SIGMOID((o, x, y, g) -> o.apply(Binary.SIGMOID_GRADIENT, y, g)),
  /** Hyperbolic tangent. */
  TANH((o, x, y, g) -> o.apply(Binary.TANH_GRADIENT, y, g)),
  /** max(x, 0), gradient 0 at 0. */
  RELU((o, x, y, g) -> o.apply(Binary.RELU_GRADIENT, y, g)),
  /** ln(1 + eˣ), without overflow. */
  SOFTPLUS((o, x, y, g) -> o.mul(g, o.sigmoid(x))),
  /** The Gauss error function. */
  ERF((o, x, y, g) -> o.mul(g, o.mul(o.exp(o.neg(o.square(x))), 2 / Math.sqrt(Math.PI)))),
  /** Sine, x in radians. */
  SIN((o, x, y, g) -> o.mul(g, o.cos(x))),
  /** Cosine, x in radians. */
  COS((o, x, y, g) -> o.neg(o.mul(g, o.sin(x)))),
  /** The largest integer not above x; gradient 0. */
  FLOOR((o, x, y, g) -> null);

  private interface Rule {
    @Nullable Value gradient(Ops o, Value x, Value y, Value g);
  }

  private final Rule rule;

  Unary(Rule rule) {
    this.rule = rule;
  }

  @Override
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Type infer(List<Type> in) {
    Types.reals(this, in, 1);
    return in.get(0);
  }

  @Override
  public List<@Nullable Value> adjoint(Ops o, Value y, Value g) {
    return Collections.singletonList(rule.gradient(o, y.input(0), y, g));
  }
}
