package io.ae.core.nn;

import io.ae.api.graph.Ops;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import io.ae.api.model.Terms;
import java.util.Collection;
import java.util.LinkedHashSet;

/**
 * Penalties on weights, each counted once however often it is used.
 *
 * @param l1 factor on Σ |w|
 * @param l2 factor on Σ w²
 */
public record WeightPenalty(double l1, double l2) {
  /** Returns the terms with {@code l1} and {@code l2} added where their factor is not 0. */
  public Terms addTo(Terms terms, Ops o, Collection<Var> weights) {
    Collection<Var> once = new LinkedHashSet<>(weights);
    Terms more = terms;
    if (l1 != 0) {
      more = more.and("l1", o.mul(sum(o, once, false), l1));
    }
    return l2 == 0 ? more : more.and("l2", o.mul(sum(o, once, true), l2));
  }

  private static Value sum(Ops o, Collection<Var> weights, boolean squared) {
    Value sum = o.constant(0);
    for (Var w : weights) {
      sum = o.add(sum, o.sumAll(squared ? o.square(w) : o.abs(w)));
    }
    return sum;
  }
}
