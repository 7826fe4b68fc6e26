package io.ae.api.graph;

/** Elementwise formulas; two shapes broadcast where {@link #broadcast} says so. */
public sealed interface ElementwiseOps extends Tracing permits Ops {
  /** Returns a real constant {@code []}. */
  default Value constant(double value) {
    return apply(new Leaf.Literal(value, Kind.REAL));
  }

  /** Returns the value spread over a shape, or itself if it has the shape. */
  default Value to(Operand x, Shape shape) {
    Value v = value(x);
    return v.shape().equals(shape) ? v : apply(new Layout.Broadcast(shape), v);
  }

  /**
   * Applies a function of two elements. Scalars spread over anything, {@code [D]} over the rows of
   * {@code [B, D]}, sizes of 1 over their axis. {@code [B]} beside {@code [B, D]} is refused: say
   * {@link LayoutOps#column}.
   */
  default Value broadcast(Binary op, Operand a, Operand b) {
    Shape shape = Types.broadcast(op.id(), a.shape(), b.shape());
    return apply(op, to(a, shape), to(b, shape));
  }

  /** a + b. */
  default Value add(Operand a, Operand b) {
    return broadcast(Binary.ADD, a, b);
  }

  /** a + b. */
  default Value add(Operand a, double b) {
    return add(a, constant(b));
  }

  /** a − b. */
  default Value sub(Operand a, Operand b) {
    return broadcast(Binary.SUB, a, b);
  }

  /** a − b. */
  default Value sub(Operand a, double b) {
    return sub(a, constant(b));
  }

  /** a − b. */
  default Value sub(double a, Operand b) {
    return sub(constant(a), b);
  }

  /** a · b, element by element. */
  default Value mul(Operand a, Operand b) {
    return broadcast(Binary.MUL, a, b);
  }

  /** a · b. */
  default Value mul(Operand a, double b) {
    return mul(a, constant(b));
  }

  /** a / b. */
  default Value div(Operand a, Operand b) {
    return broadcast(Binary.DIV, a, b);
  }

  /** a / b. */
  default Value div(Operand a, double b) {
    return mul(a, constant(1 / b));
  }

  /** aᵇ for a ≥ 0. */
  default Value pow(Operand a, Operand b) {
    return broadcast(Binary.POW, a, b);
  }

  /** The larger. */
  default Value max(Operand a, Operand b) {
    return broadcast(Binary.MAX, a, b);
  }

  /** The larger. */
  default Value max(Operand a, double b) {
    return max(a, constant(b));
  }

  /** The smaller. */
  default Value min(Operand a, Operand b) {
    return broadcast(Binary.MIN, a, b);
  }

  /** The smaller. */
  default Value min(Operand a, double b) {
    return min(a, constant(b));
  }

  /** 1 where equal, else 0. */
  default Value equal(Operand a, Operand b) {
    return broadcast(Binary.EQUAL, a, b);
  }

  /** 1 where a &gt; b, else 0. */
  default Value greater(Operand a, Operand b) {
    return broadcast(Binary.GREATER, a, b);
  }

  /** 1 where a &gt; b, else 0. */
  default Value greater(Operand a, double b) {
    return greater(a, constant(b));
  }

  /** 1 where a ≥ b, else 0. */
  default Value greaterOrEqual(Operand a, Operand b) {
    return broadcast(Binary.GREATER_OR_EQUAL, a, b);
  }

  /** 1 where a &lt; b, else 0. */
  default Value less(Operand a, Operand b) {
    return greater(b, a);
  }

  /** {@code condition != 0 ? a : b}, all three broadcast. Guard the inside of what is not taken. */
  default Value where(Operand condition, Operand a, Operand b) {
    Shape sides = Types.broadcast("where", a.shape(), b.shape());
    Shape shape = Types.broadcast("where", condition.shape(), sides);
    return apply(new Elementwise.Where(), to(condition, shape), to(a, shape), to(b, shape));
  }

  /** −x. */
  default Value neg(Operand x) {
    return apply(Unary.NEG, x);
  }

  /** eˣ. */
  default Value exp(Operand x) {
    return apply(Unary.EXP, x);
  }

  /** Natural logarithm. */
  default Value log(Operand x) {
    return apply(Unary.LOG, x);
  }

  /** √x. */
  default Value sqrt(Operand x) {
    return apply(Unary.SQRT, x);
  }

  /** x². */
  default Value square(Operand x) {
    return apply(Unary.SQUARE, x);
  }

  /** |x|. */
  default Value abs(Operand x) {
    return apply(Unary.ABS, x);
  }

  /** −1, 0 or 1. */
  default Value sign(Operand x) {
    return apply(Unary.SIGN, x);
  }

  /** 1/x. */
  default Value reciprocal(Operand x) {
    return apply(Unary.RECIPROCAL, x);
  }

  /** 1 / (1 + e⁻ˣ). */
  default Value sigmoid(Operand x) {
    return apply(Unary.SIGMOID, x);
  }

  /** Hyperbolic tangent. */
  default Value tanh(Operand x) {
    return apply(Unary.TANH, x);
  }

  /** max(x, 0). */
  default Value relu(Operand x) {
    return apply(Unary.RELU, x);
  }

  /** ln(1 + eˣ). */
  default Value softplus(Operand x) {
    return apply(Unary.SOFTPLUS, x);
  }

  /** The Gauss error function. */
  default Value erf(Operand x) {
    return apply(Unary.ERF, x);
  }

  /** Sine. */
  default Value sin(Operand x) {
    return apply(Unary.SIN, x);
  }

  /** Cosine. */
  default Value cos(Operand x) {
    return apply(Unary.COS, x);
  }

  /** The largest integer not above x. */
  default Value floor(Operand x) {
    return apply(Unary.FLOOR, x);
  }

  /** The value as a constant to gradients. */
  default Value stop(Operand x) {
    return apply(new Elementwise.Stop(), x);
  }

  /** The hard value with the gradient of the soft one. */
  default Value straightThrough(Operand hard, Operand soft) {
    return apply(new Elementwise.StraightThrough(), hard, soft);
  }

  /** Indices or a step as reals. */
  default Value real(Operand x) {
    return apply(new Elementwise.Cast(Kind.REAL), x);
  }

  /** Reals as indices, towards zero. */
  default Value index(Operand x) {
    return apply(new Elementwise.Cast(Kind.INDEX), x);
  }
}
