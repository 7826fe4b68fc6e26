package io.ae.core.nn;

import io.ae.api.AeException;
import io.ae.api.config.Doc;
import io.ae.api.config.Range;
import io.ae.api.data.DataSpec;
import io.ae.api.graph.Ops;
import io.ae.api.graph.Value;

/**
 * What is done to rows before they are encoded in training; drawn anew at every presentation, from
 * the seed, the step and the row.
 *
 * <p>P. Vincent et al., "Stacked denoising autoencoders: learning useful representations in a deep
 * network with a local denoising criterion", JMLR 2010.
 *
 * @param kind what is done
 * @param fraction share of a row's values that it is done to, ν; gaussian does not look at it
 * @param deviation of gaussian noise, σ, in units of the scaled rows
 */
public record Corruption(
    @Doc("What is done to the rows that are encoded in training.") Kind kind,
    @Doc("Share of a row's values that are corrupted; not used by gaussian.")
        @Range(min = 0, max = 1)
        double fraction,
    @Doc("Standard deviation of gaussian noise, in units of the scaled rows.")
        @Range(min = 0, max = 1e6)
        double deviation) {
  /** What is done to a row of D values. */
  public enum Kind {
    /** Exactly ⌊ν·D⌋ distinct values become 0. */
    MASKING {
      @Override
      Value apply(Ops o, Value x, Corruption c, DataSpec data) {
        Value flat = o.flatten(x); // [B, D]
        Value silent = o.distinct("masking", flat.shape(), c.count(data.features())); // [B, D]
        return o.reshape(o.mul(flat, o.sub(1, silent)), x.shape());
      }
    },
    /** Each value becomes 0 with probability ν. */
    BERNOULLI {
      @Override
      Value apply(Ops o, Value x, Corruption c, DataSpec data) {
        return o.mul(x, o.sub(1, o.bernoulli("bernoulli", x.shape(), c.fraction)));
      }
    },
    /**
     * A block at a random place becomes 0: √ν of a picture's rows and of its columns, in every
     * channel; ⌊ν·D⌋ neighbours of a vector.
     */
    OCCLUSION {
      @Override
      Value apply(Ops o, Value x, Corruption c, DataSpec data) {
        return o.mul(x, o.sub(1, new Occlusion(c.fraction).block(o, x.shape())));
      }
    },
    /** A normal number of deviation σ is added to each value; the sum is not clipped. */
    GAUSSIAN {
      @Override
      Value apply(Ops o, Value x, Corruption c, DataSpec data) {
        return o.add(x, o.mul(o.normal("gaussian", x.shape()), c.deviation));
      }
    },
    /**
     * Each value becomes the least or the largest of the data's range, with probability ν/2 each.
     */
    SALT_AND_PEPPER {
      @Override
      Value apply(Ops o, Value x, Corruption c, DataSpec data) {
        Value u = o.uniform("salt-and-pepper", x.shape()); // [B, …]
        Value salt = o.less(u, o.constant(c.fraction / 2)); // [B, …]
        Value extreme = o.where(salt, o.constant(data.high()), o.constant(data.low()));
        return o.where(o.less(u, o.constant(c.fraction)), extreme, x);
      }
    };

    abstract Value apply(Ops o, Value x, Corruption c, DataSpec data);
  }

  /** The defaults: a quarter of the values masked; noise of deviation 0.5. */
  public Corruption() {
    this(Kind.MASKING, .25, .5);
  }

  /** Returns whether rows stay as they are. */
  public boolean none() {
    return kind == Kind.GAUSSIAN ? deviation == 0 : fraction == 0;
  }

  /**
   * Refuses data that cannot be corrupted so.
   *
   * @throws AeException {@code AE-C014} for salt and pepper on data whose range is not known
   */
  public void require(DataSpec data) {
    boolean bounded = Double.isFinite(data.low()) && Double.isFinite(data.high());
    if (kind == Kind.SALT_AND_PEPPER && !bounded) {
      throw new AeException(
          "AE-C014",
          "model.corruption.kind salt-and-pepper needs data of a known range, whose ends are salt"
              + " and pepper. Got data in ["
              + data.low()
              + ", "
              + data.high()
              + "]. Scale the data with min-max, or use another kind");
    }
  }

  /**
   * Corrupts rows; in one function once, or in scopes of their own.
   *
   * @param x rows, {@code [B, …]}
   * @param data what they look like
   * @return {@code [B, …]}
   */
  public Value apply(Ops o, Value x, DataSpec data) {
    return none() ? x : o.scope("corruption", () -> kind.apply(o, x, this, data));
  }

  private int count(int features) {
    return (int) Math.floor(fraction * features);
  }
}
