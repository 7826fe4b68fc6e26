package io.ae.benchmarks.ae;

import io.ae.api.graph.Ops;
import io.ae.api.graph.Value;
import io.ae.api.model.Terms;

/** The two reconstruction errors of the work items, {@code [B]} each. */
final class Errors {
  private Errors() {}

  /** Mean over features of (z − x)², in squared units. */
  static Terms squared(Ops o, Value z, Value x) {
    return Terms.of("error", o.meanFeatures(o.square(o.sub(z, x)))); // [B]
  }

  /** Cross entropy of x in [0, 1] on logits, summed over features, in nats. */
  static Terms crossEntropy(Ops o, Value logits, Value x) {
    return Terms.of("error", o.sumFeatures(o.sub(o.softplus(logits), o.mul(x, logits)))); // [B]
  }
}
