package io.ae.core.nn;

import io.ae.api.AeException;
import io.ae.api.graph.Ops;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Value;
import java.util.List;
import java.util.Locale;

/**
 * How the squared Frobenius norm of an encoder's Jacobian is written down: ‖J‖²F = Σⱼᵢ (∂hⱼ/∂xᵢ)²,
 * one number a row, summed over units and inputs, in squared units of the code per unit of the
 * input. Gradients go through it to the weights as they are.
 */
public enum JacobianNorm {
  /**
   * Σⱼ s'ⱼ² Σᵢ Wᵢⱼ² for one layer of sigmoid units (s' = h(1 − h)) or hyperbolic tangents (s' = 1 −
   * h²): exact, and hardly dearer than the layer itself.
   *
   * <p>S. Rifai, P. Vincent, X. Muller, X. Glorot, Y. Bengio, "Contractive auto-encoders: explicit
   * invariance during feature extraction", ICML 2011.
   */
  CLOSED_FORM {
    @Override
    Value squared(Ops o, Value x, List<DenseLayer> encoder, int probes) {
      DenseLayer layer = encoder.get(0);
      Value h = layer.apply(o, x); // [B, L]
      int units = h.shape().last();
      Value slope =
          layer.activation() == Activation.SIGMOID
              ? o.mul(h, o.sub(1, h)) // [B, L]
              : o.sub(1, o.square(h)); // [B, L]
      Value columns = o.sumTo(o.square(layer.weight()), Shape.of(1, units)); // [1, L]
      Value weights = o.reshape(columns, Shape.of(units)); // [L]
      return o.sumFeatures(o.mul(o.square(slope), weights)); // [B]
    }
  },
  /** By the graph's own derivatives, unit by unit: each row goes through the encoder L times. */
  EXACT {
    @Override
    Value squared(Ops o, Value x, List<DenseLayer> encoder, int probes) {
      int units = encoder.get(encoder.size() - 1).bias().shape().last();
      Value copies = o.repeat(x, units); // [B, L, D]
      Value h = through(o, copies, encoder); // [B, L, L]
      Value diagonal = o.sumAll(o.mul(h, o.eye(units))); // []
      Value jacobian = o.gradient(diagonal, List.of(copies)).get(0); // [B, L, D]
      return o.sumFeatures(o.square(jacobian)); // [B]
    }
  },
  /**
   * The mean of ‖vᵀJ‖² over probes v of independent signs, whose expectation is ‖J‖²F.
   *
   * <p>M. Hutchinson, "A stochastic estimator of the trace of the influence matrix for Laplacian
   * smoothing splines", Communications in Statistics 1989.
   */
  HUTCHINSON {
    @Override
    Value squared(Ops o, Value x, List<DenseLayer> encoder, int probes) {
      Value copies = o.repeat(x, probes); // [B, k, D]
      Value h = through(o, copies, encoder); // [B, k, L]
      Value coins = o.bernoulli("probes", h.shape(), .5); // [B, k, L]
      Value signs = o.sub(o.mul(coins, 2), 1); // [B, k, L]
      Value along = o.sumAll(o.mul(h, signs)); // []
      Value products = o.gradient(along, List.of(copies)).get(0); // [B, k, D]
      return o.div(o.sumFeatures(o.square(products)), probes); // [B]
    }
  };

  /** Returns the closed form where there is one, else the estimate. */
  public static JacobianNorm cheapest(List<DenseLayer> encoder) {
    return closed(encoder) ? CLOSED_FORM : HUTCHINSON;
  }

  /**
   * Writes the norm down.
   *
   * @param x rows, {@code [B, D]}
   * @param encoder layers, first to last
   * @param probes k of the estimate, at least 1; the others do not look at it
   * @return {@code [B]}
   * @throws AeException {@code AE-C022} if there is no closed form of this encoder
   */
  public Value of(Ops o, Value x, List<DenseLayer> encoder, int probes) {
    if (this == CLOSED_FORM && !closed(encoder)) {
      Activation last = encoder.get(encoder.size() - 1).activation();
      throw new AeException(
          "AE-C022",
          "model.jacobian closed-form needs one layer of sigmoid or tanh units. Got "
              + encoder.size()
              + (encoder.size() == 1 ? " layer of " : " layers, the code of ")
              + last.name().toLowerCase(Locale.ROOT).replace('_', '-')
              + " units. Use exact or hutchinson, or leave model.jacobian out");
    }
    return squared(o, x, encoder, probes);
  }

  abstract Value squared(Ops o, Value x, List<DenseLayer> encoder, int probes);

  private static boolean closed(List<DenseLayer> encoder) {
    Activation activation = encoder.get(0).activation();
    return encoder.size() == 1
        && (activation == Activation.SIGMOID || activation == Activation.TANH);
  }

  private static Value through(Ops o, Value x, List<DenseLayer> encoder) {
    return new LayerStack("jacobian", encoder, 0).apply(o, x);
  }
}
