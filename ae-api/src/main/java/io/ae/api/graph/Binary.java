package io.ae.api.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Functions of two elements; each constant stands beside its gradients. */
public enum Binary implements Elementwise {
  /** a + b, of reals, indices or steps. */
  ADD((o, a, b, y, g) -> pair(g, g)),
  /** a − b, of reals or indices. */
  SUB((o, a, b, y, g) -> pair(g, o.neg(g))),
  /** a · b. */
  MUL((o, a, b, y, g) -> pair(o.mul(g, b), o.mul(g, a))),
  /** a / b. */
  DIV((o, a, b, y, g) -> pair(o.div(g, b), o.neg(o.div(o.mul(g, y), b)))),
  /** aᵇ for a ≥ 0; the gradient by b needs a > 0. */
  POW(
      (o, a, b, y, g) ->
          pair(o.mul(g, o.mul(b, o.pow(a, o.sub(b, 1)))), o.mul(g, o.mul(y, o.log(a))))),
  /** The larger; where equal, a has the gradient. */
  MAX((o, a, b, y, g) -> pair(o.mul(g, o.greaterOrEqual(a, b)), o.mul(g, o.greater(b, a)))),
  /** The smaller; where equal, a has the gradient. */
  MIN((o, a, b, y, g) -> pair(o.mul(g, o.greaterOrEqual(b, a)), o.mul(g, o.greater(a, b)))),
  /** 1 where equal, else 0; of reals or indices. */
  EQUAL((o, a, b, y, g) -> none()),
  /** 1 where a &gt; b, else 0; of reals or indices. */
  GREATER((o, a, b, y, g) -> none()),
  /** 1 where a ≥ b, else 0; of reals or indices. */
  GREATER_OR_EQUAL((o, a, b, y, g) -> none()),
  /** The gradient of y = sigmoid: (y, g) → g · y · (1 − y). */
  SIGMOID_GRADIENT(
      (o, s, u, y, g) -> pair(o.mul(o.mul(g, u), o.sub(1, o.mul(s, 2))), o.apply(y.op(), s, g))),
  /** The gradient of y = tanh: (y, g) → g · (1 − y²). */
  TANH_GRADIENT((o, t, u, y, g) -> pair(o.mul(o.mul(g, u), o.mul(t, -2)), o.apply(y.op(), t, g))),
  /** The gradient of y = relu: (y, g) → y &gt; 0 ? g : 0. */
  RELU_GRADIENT((o, r, u, y, g) -> pair(null, o.apply(y.op(), r, g)));

  private interface Rule {
    List<@Nullable Value> gradient(Ops o, Value a, Value b, Value y, Value g);
  }

  private final Rule rule;

  Binary(Rule rule) {
    this.rule = rule;
  }

  @Override
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns whether the result is a mask of zeros and ones. */
  public boolean comparison() {
    return this == EQUAL || this == GREATER || this == GREATER_OR_EQUAL;
  }

  @Override
  public Type infer(List<Type> in) {
    Types.count(this, in, 2);
    Type a = in.get(0);
    Type b = in.get(1);
    Types.equal(this, a.shape(), b.shape(), "the second value");
    switch (this) {
      case ADD -> Types.kind(this, a, Kind.REAL, Kind.INDEX, Kind.STEP);
      case SUB, EQUAL, GREATER, GREATER_OR_EQUAL -> Types.kind(this, a, Kind.REAL, Kind.INDEX);
      default -> Types.kind(this, a, Kind.REAL);
    }
    Types.kind(this, b, a.kind());
    return comparison() ? Type.real(a.shape()) : a;
  }

  @Override
  public List<@Nullable Value> adjoint(Ops o, Value y, Value g) {
    return rule.gradient(o, y.input(0), y.input(1), y, g);
  }

  private static List<@Nullable Value> pair(@Nullable Value a, @Nullable Value b) {
    return Arrays.asList(a, b);
  }

  private static List<@Nullable Value> none() {
    return Arrays.asList(null, null);
  }
}
