package io.ae.api.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The elementwise parts of optimisers that a backend runs as one pass. They have no gradient. */
public sealed interface Update extends Op {
  @Override
  default List<@Nullable Value> adjoint(Ops o, Value y, Value g) {
    throw new ShapeException(id() + ": an optimiser's update has no gradient");
  }

  /**
   * {@code m, g → β·m + (1 − β)·g}; results below the smallest normal number become 0, and a
   * backend may round to multiples of 2⁻⁹⁹.
   */
  record Moment(double beta) implements Update {
    @Override
    public String id() {
      return "moment";
    }

    @Override
    public Type infer(List<Type> in) {
      return alike(this, in, 2);
    }
  }

  /**
   * {@code v, g → β·v + (1 − β)·g²}; results below the smallest normal number become 0, and a
   * backend may round to multiples of 2⁻⁹⁹.
   */
  record SquareMoment(double beta) implements Update {
    @Override
    public String id() {
      return "square-moment";
    }

    @Override
    public Type infer(List<Type> in) {
      return alike(this, in, 2);
    }
  }

  /**
   * {@code p, m, v, t (step), rate [] → p − rate · (m̂ / (√v̂ + ε) + decay · p)} with m̂ = m/(1 −
   * β₁ᵗ), v̂ = v/(1 − β₂ᵗ), where m and v are already the new moments and t counts from 1.
   *
   * <p>D. Kingma, J. Ba, "Adam", ICLR 2015; the decay: I. Loshchilov, F. Hutter, "Decoupled weight
   * decay regularization", ICLR 2019.
   */
  record Adam(double beta1, double beta2, double epsilon, double decay) implements Update {
    @Override
    public String id() {
      return "adam";
    }

    @Override
    public Type infer(List<Type> in) {
      Types.count(this, in, 5);
      Types.kind(this, in.get(3), Kind.STEP);
      Types.equal(this, Shape.scalar(), in.get(3).shape(), "t");
      Types.kind(this, in.get(4), Kind.REAL);
      Types.equal(this, Shape.scalar(), in.get(4).shape(), "the rate");
      return alike(this, in.subList(0, 3), 3);
    }
  }

  private static Type alike(Op op, List<Type> in, int wanted) {
    Types.reals(op, in, wanted);
    in.forEach(t -> Types.equal(op, in.get(0).shape(), t.shape(), "every value"));
    return in.get(0);
  }
}
