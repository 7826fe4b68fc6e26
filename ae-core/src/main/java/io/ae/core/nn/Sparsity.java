package io.ae.core.nn;

import io.ae.api.AeException;
import io.ae.api.config.Doc;
import io.ae.api.config.Range;
import io.ae.api.graph.Ops;
import io.ae.api.graph.Value;
import io.ae.api.model.Terms;
import java.util.Locale;

/**
 * What keeps most units of a code silent for most rows.
 *
 * <p>The divergence: H. Lee, C. Ekanadham, A. Ng, "Sparse deep belief net model for visual area
 * V2", NIPS 2007, in the form of A. Ng, "Sparse autoencoder", CS294A lecture notes, 2011. The k
 * largest: A. Makhzani, B. Frey, "k-sparse autoencoders", ICLR 2014.
 *
 * @param kind what is done
 * @param target mean activation ρ that the divergence asks of every unit
 * @param factor β on the divergence, or on the sum of absolute activations of a row
 * @param active units k that keep their activation where only the largest do
 */
public record Sparsity(
    @Doc("What keeps units silent.") Kind kind,
    @Doc("Mean activation over rows that kl asks of every unit.")
        @Range(min = 0, max = 1, openMin = true, openMax = true)
        double target,
    @Doc("Factor on the sum of kl over units, or of l1 over a row's activations.")
        @Range(min = 0, max = 1e6)
        double factor,
    @Doc("Units of a row that keep their activation with top-k.") @Range(min = 1, max = 1e6)
        int active) {
  /** What is done to a code h of L units. */
  public enum Kind {
    /** Nothing. */
    NONE,
    /**
     * The term {@code sparsity} is β Σⱼ ρ ln(ρ/ρ̂ⱼ) + (1 − ρ) ln((1 − ρ)/(1 − ρ̂ⱼ)), in nats,
     * summed over units; ρ̂ⱼ is unit j's mean over the rows of the batch. For sigmoid codes.
     */
    KL,
    /** The term {@code sparsity} is β Σⱼ |hⱼ|, summed over units and averaged over rows. */
    L1,
    /**
     * The k largest of each row's units keep their activation, the others are 0, in training and
     * afterwards; no term.
     */
    TOP_K
  }

  /** Mean activations this near to 0 or 1 count as so far off, so that logarithms stay finite. */
  private static final double EDGE = 1e-6;

  /** The defaults: every unit 5 % active by the divergence, with factor 0.03. */
  public Sparsity() {
    this(Kind.KL, .05, .03, 25);
  }

  /** Returns whether nothing is done. */
  public boolean none() {
    return kind == Kind.NONE || (kind != Kind.TOP_K && factor == 0);
  }

  /**
   * Refuses codes that cannot be kept silent so.
   *
   * @param code units of the code, L
   * @param activation of the code
   * @throws AeException {@code AE-C020} for a divergence of units that are no share, {@code
   *     AE-C021} for more active units than there are
   */
  public void require(int code, Activation activation) {
    if (kind == Kind.KL && activation != Activation.SIGMOID) {
      throw new AeException(
          "AE-C020",
          "model.sparsity.kind kl needs activations in (0, 1): model.codeActivation must be"
              + " sigmoid. Got "
              + activation.name().toLowerCase(Locale.ROOT).replace('_', '-')
              + ". Set it, or use l1 or top-k");
    }
    if (kind == Kind.TOP_K && active > code) {
      throw new AeException(
          "AE-C021",
          "model.sparsity.active must be at most model.code, which is " + code + ". Got " + active);
    }
  }

  /**
   * Returns the code that the decoder sees.
   *
   * @param h activations, {@code [B, L]}
   * @return {@code [B, L]}
   */
  public Value code(Ops o, Value h) {
    return kind == Kind.TOP_K ? o.mul(h, o.topKMask(h, active)) : h;
  }

  /** Returns the terms with {@code sparsity} added where there is such a term. */
  public Terms addTo(Terms terms, Ops o, Value code) {
    if (none() || kind == Kind.TOP_K) {
      return terms;
    }
    return terms.and(
        "sparsity", o.mul(kind == Kind.KL ? divergence(o, code) : sum(o, code), factor));
  }

  private static Value sum(Ops o, Value code) {
    return o.sumFeatures(o.abs(code)); // [B]
  }

  private Value divergence(Ops o, Value code) {
    Value mean = o.min(o.max(o.meanRows(code), EDGE), 1 - EDGE); // [L], a join
    Value on = o.mul(o.log(mean), -target); // [L]
    Value off = o.mul(o.log(o.sub(1, mean)), target - 1); // [L]
    int units = code.shape().last();
    double least = target * Math.log(target) + (1 - target) * Math.log(1 - target);
    return o.add(o.sumAll(o.add(on, off)), units * least); // []
  }
}
