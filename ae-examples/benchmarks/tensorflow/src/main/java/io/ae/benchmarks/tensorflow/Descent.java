package io.ae.benchmarks.tensorflow;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Gradient descent: p −= rate·g. */
final class Descent implements Optimiser {
  private final Operand<TFloat32> rate;

  Descent(Ops tf, float rate) {
    this.rate = tf.constant(rate);
  }

  @Override
  public Op update(Ops tf, Operand<TFloat32> parameter, Operand<TFloat32> gradient) {
    return tf.train.applyGradientDescent(parameter, rate, gradient);
  }

  @Override
  public List<Op> finish(Ops tf) {
    return List.of();
  }
}
