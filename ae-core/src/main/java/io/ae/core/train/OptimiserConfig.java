package io.ae.core.train;

import io.ae.api.AeException;
import io.ae.api.config.Doc;
import io.ae.api.config.Range;
import io.ae.api.model.Adam;
import io.ae.api.model.Optimiser;
import io.ae.api.model.RmsProp;
import io.ae.api.model.Sgd;
import org.jspecify.annotations.Nullable;

/**
 * How gradients become updates; each component's {@link Doc} says what it is.
 *
 * @param name which
 * @param momentum of sgd
 * @param nesterov of sgd
 * @param beta1 of adam and adamw
 * @param beta2 of adam, adamw and rmsprop
 * @param epsilon of adam, adamw and rmsprop
 * @param decay weight decay; decoupled from the gradient in adamw
 */
public record OptimiserConfig(
    @Doc("The rule.") Name name,
    @Doc("Momentum; of sgd.") @Range(min = 0, max = 1, openMax = true) double momentum,
    @Doc("Whether the momentum looks ahead; of sgd.") boolean nesterov,
    @Doc("Decay of the mean of gradients; of adam and adamw.")
        @Range(min = 0, max = 1, openMax = true)
        double beta1,
    @Doc(
            "Decay of the mean of squared gradients; of adam and adamw; null: 0.999, and 0.9 of"
                + " rmsprop.")
        @Range(min = 0, max = 1, openMax = true)
        @Nullable Double beta2,
    @Doc("Added to the root; of adam, adamw and rmsprop.") @Range(min = 0, max = 1, openMin = true)
        double epsilon,
    @Doc("Weight decay; of adamw and sgd; null: 0.01 of adamw, else 0.") @Range(min = 0, max = 1)
        @Nullable Double decay) {
  /** The rules. */
  public enum Name {
    /** Kingma and Ba, 2015. */
    ADAM,
    /** Loshchilov and Hutter, 2019. */
    ADAMW,
    /** Stochastic gradient descent. */
    SGD,
    /** Tieleman and Hinton, 2012. */
    RMSPROP
  }

  /**
   * @throws AeException {@code AE-T003} if the rule has no decay
   */
  public OptimiserConfig {
    boolean decays = name == Name.ADAMW || name == Name.SGD;
    if (!decays && decay != null && decay != 0) {
      throw new AeException(
          "AE-T003",
          "optimiser "
              + name.name().toLowerCase(java.util.Locale.ROOT)
              + " has no weight decay, got decay "
              + decay
              + ". Take adamw or sgd, or remove the decay.");
    }
  }

  /** The defaults: Adam. */
  public OptimiserConfig() {
    this(Name.ADAM, 0, false, .9, null, 1e-8, null);
  }

  /**
   * Returns the optimiser.
   *
   * @param rate learning rate; null for the rule's customary one: 0.001, and 0.01 of sgd
   */
  public Optimiser optimiser(@Nullable Double rate) {
    double r = rate != null ? rate : name == Name.SGD ? .01 : .001;
    double b2 = beta2 != null ? beta2 : name == Name.RMSPROP ? .9 : .999;
    double d = decay != null ? decay : name == Name.ADAMW ? .01 : 0;
    return switch (name) {
      case ADAM -> new Adam(r, beta1, b2, epsilon, 0);
      case ADAMW -> new Adam(r, beta1, b2, epsilon, d);
      case SGD -> new Sgd(r, momentum, nesterov, d);
      case RMSPROP -> new RmsProp(r, b2, epsilon);
    };
  }
}
