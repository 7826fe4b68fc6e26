package io.ae.core.nn;

import io.ae.api.graph.Init;
import io.ae.api.graph.Ops;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import io.ae.api.model.Vars;

/**
 * A fully connected layer: activation(x · W + b).
 *
 * @param weight {@code [D, H]}, or {@code [H, D]} where transposed
 * @param bias {@code [H]}
 * @param transposed whether the weight belongs to another layer and is used as Wᵀ
 * @param activation of its units
 */
public record DenseLayer(Var weight, Var bias, boolean transposed, Activation activation) {
  /** Declares a layer of its own weight. */
  public static DenseLayer of(
      Vars vars, int in, int out, Init weight, Init bias, Activation activation) {
    return new DenseLayer(
        vars.parameter("weight", weight, in, out),
        vars.parameter("bias", bias, out),
        false,
        activation);
  }

  /** Declares a layer that shares another's weight, transposed; its bias is its own. */
  public static DenseLayer sharing(Vars vars, DenseLayer other, Init bias, Activation activation) {
    int out = other.weight.shape().dim(0);
    return new DenseLayer(other.weight, vars.parameter("bias", bias, out), true, activation);
  }

  /** Returns the sums before the activation, {@code [rows…, H]}. */
  public Value sums(Ops o, Value x) {
    return o.dense(x, transposed ? o.transpose(weight) : o.value(weight), bias);
  }

  /** Returns the activations, {@code [rows…, H]}. */
  public Value apply(Ops o, Value x) {
    return activation.apply(o, sums(o, x));
  }
}
