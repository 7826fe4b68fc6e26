package io.ae.api.model;

import io.ae.api.graph.Shape;
import io.ae.api.graph.ShapeException;
import io.ae.api.graph.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The named terms of a loss; each is logged, their sum is minimised.
 *
 * @param list in the order given
 */
public record Terms(List<Term> list) {
  public Terms {
    list = List.copyOf(list);
  }

  /**
   * One term.
   *
   * @param name as it is logged
   * @param value {@code [B]}, averaged over the rows of the whole batch, or a scalar {@code []}
   * @param weights {@code [B]}: the mean is Σ w·v / Σ w, 0 if Σ w is 0; null for equal weights
   */
  public record Term(String name, Value value, @Nullable Value weights) {
    public Term {
      boolean row = value.shape().equals(Shape.rows());
      if (!row && value.shape().rank() != 0) {
        throw new ShapeException("term '" + name + "' must be [B] or [], got " + value.shape());
      }
      if (weights != null && (!row || !weights.shape().equals(Shape.rows()))) {
        throw new ShapeException("term '" + name + "': weights [B] go with values [B]");
      }
    }
  }

  /** Returns one term. */
  public static Terms of(String name, Value value) {
    return new Terms(List.of(new Term(name, value, null)));
  }

  /** Returns these and one more. */
  public Terms and(String name, Value value) {
    return and(new Term(name, value, null));
  }

  /** Returns these and one more, weighted by row. */
  public Terms and(String name, Value value, Value weights) {
    return and(new Term(name, value, weights));
  }

  private Terms and(Term term) {
    List<Term> more = new ArrayList<>(list);
    more.add(term);
    return new Terms(more);
  }
}
