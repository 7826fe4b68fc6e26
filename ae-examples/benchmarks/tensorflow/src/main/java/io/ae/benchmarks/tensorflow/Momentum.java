package io.ae.benchmarks.tensorflow;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Gradient descent with momentum: v = momentum·v + g, p −= rate·v. */
final class Momentum implements Optimiser {
  private final Parameters parameters;
  private final Operand<TFloat32> rate;
  private final Operand<TFloat32> momentum;

  Momentum(Ops tf, Parameters parameters, float rate, float momentum) {
    this.parameters = parameters;
    this.rate = tf.constant(rate);
    this.momentum = tf.constant(momentum);
  }

  @Override
  public Op update(Ops tf, Operand<TFloat32> parameter, Operand<TFloat32> gradient) {
    Operand<TFloat32> velocity = parameters.zeros(parameter.shape());
    return tf.train.applyMomentum(parameter, velocity, rate, gradient, momentum);
  }

  @Override
  public List<Op> finish(Ops tf) {
    return List.of();
  }
}
