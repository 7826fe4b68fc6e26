package io.ae.api.graph;

/** Random numbers; each has a name, unique within its scope (see {@link Draw}). */
public sealed interface DrawOps extends Tracing permits Ops {
  /** Uniform in [0, 1). */
  default Value uniform(String name, Shape shape) {
    return apply(new Draw(Draw.Distribution.UNIFORM, stream(name), shape), step());
  }

  /** Uniform in [0, 1) at the non-zeros of x, {@code [N]}: equals the dense draw there. */
  default Value uniformAt(String name, Operand x) {
    return apply(new Draw(Draw.Distribution.UNIFORM, stream(name), Shape.of(Shape.N)), step(), x);
  }

  /** Normal with mean 0 and deviation 1. */
  default Value normal(String name, Shape shape) {
    return apply(new Draw(Draw.Distribution.NORMAL, stream(name), shape), step());
  }

  /** 1 with probability p, else 0. */
  default Value bernoulli(String name, Shape shape, double p) {
    return bernoulli(
        name, apply(new Layout.Broadcast(shape), apply(new Leaf.Literal(p, Kind.REAL))));
  }

  /** 1 with the probability given for each element, else 0. */
  default Value bernoulli(String name, Operand p) {
    return apply(Binary.GREATER, p, uniform(name, p.shape()));
  }

  /** 1 at exactly k distinct positions of each row, drawn uniformly: {@code [B, n]}. */
  default Value distinct(String name, Shape shape, int k) {
    return apply(new Rows.TopKMask(k), uniform(name, shape));
  }

  /**
   * Zero with probability {@code rate}, else divided by {@code 1 − rate}; the value itself at rate
   * 0.
   */
  default Value dropout(String name, Operand x, double rate) {
    Value kept = bernoulli(name, x.shape(), 1 - rate);
    Value scale = apply(new Leaf.Literal(1 / (1 - rate), Kind.REAL));
    return apply(
        Binary.MUL, x, apply(Binary.MUL, kept, apply(new Layout.Broadcast(x.shape()), scale)));
  }
}
