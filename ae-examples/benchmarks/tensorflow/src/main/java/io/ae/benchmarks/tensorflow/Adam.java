package io.ae.benchmarks.tensorflow;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * Adam by TensorFlow's fused operation.
 *
 * <p>That operation adds ε to √v before the correction of v's bias, the paper's algorithm after it.
 * Handing it ε·√(1 − β₂ᵗ) makes the two the same; it costs three scalar operations a step.
 */
final class Adam implements Optimiser {
  private static final float BETA1 = .9f;
  private static final float BETA2 = .999f;
  private static final float EPSILON = 1e-8f;

  private final Parameters parameters;
  private final Operand<TFloat32> rate;
  private final Operand<TFloat32> beta1;
  private final Operand<TFloat32> beta2;
  private final Operand<TFloat32> epsilon;
  private final Variable<TFloat32> power1;
  private final Variable<TFloat32> power2;

  Adam(Ops tf, Parameters parameters, float rate) {
    this.parameters = parameters;
    this.rate = tf.constant(rate);
    this.beta1 = tf.constant(BETA1);
    this.beta2 = tf.constant(BETA2);
    this.power1 = parameters.scalar(BETA1);
    this.power2 = parameters.scalar(BETA2);
    this.epsilon =
        tf.math.mul(tf.constant(EPSILON), tf.math.sqrt(tf.math.sub(tf.constant(1f), power2)));
  }

  @Override
  public Op update(Ops tf, Operand<TFloat32> parameter, Operand<TFloat32> gradient) {
    Variable<TFloat32> m = parameters.zeros(parameter.shape());
    Variable<TFloat32> v = parameters.zeros(parameter.shape());
    return tf.train.applyAdam(
        parameter, m, v, power1, power2, rate, beta1, beta2, epsilon, gradient);
  }

  @Override
  public List<Op> finish(Ops tf) {
    return List.of(
        tf.assign(power1, tf.math.mul(power1, beta1)),
        tf.assign(power2, tf.math.mul(power2, beta2)));
  }
}
