package io.ae.benchmarks.tensorflow;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** The errors that several work items share, each a scalar. */
final class Losses {
  private Losses() {}

  /** Mean of (y − x)² over all elements, in squared units. */
  static Operand<TFloat32> squared(Ops tf, Operand<TFloat32> y, Operand<TFloat32> x) {
    return tf.math.mean(tf.math.squaredDifference(y, x), axes(tf, y));
  }

  /**
   * Bernoulli cross entropy on logits, summed over features, mean over rows, in nats: log(1 + eˡ) −
   * x·l. It is what {@code sigmoidCrossEntropyWithLogits} computes, in fewer operations.
   */
  static Operand<TFloat32> crossEntropy(Ops tf, Operand<TFloat32> logits, Operand<TFloat32> x) {
    Operand<TFloat32> each = tf.math.sub(tf.math.softplus(logits), tf.math.mul(logits, x));
    return meanOfRows(tf, each); // []
  }

  /** Sum over features, mean over rows. */
  static Operand<TFloat32> meanOfRows(Ops tf, Operand<TFloat32> each) {
    float rows = each.shape().get(0);
    return tf.math.mul(tf.reduceSum(each, axes(tf, each)), tf.constant(1 / rows));
  }

  private static Operand<TInt32> axes(Ops tf, Operand<TFloat32> x) {
    int[] all = new int[x.shape().numDimensions()];
    for (int i = 0; i < all.length; i++) {
      all[i] = i;
    }
    return tf.constant(all);
  }
}
