package io.ae.benchmarks.tensorflow;

import io.ae.benchmarks.common.Data;
import io.ae.benchmarks.common.Layer;
import io.ae.benchmarks.common.Loss;
import io.ae.benchmarks.common.WorkItem;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.SparseSoftmaxCrossEntropyWithLogits;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** The graph of an item's loss, by the item's family. */
final class Networks {
  private static final int[] OVER_ROWS = {0};

  private final Ops tf;
  private final WorkItem item;
  private final Weights weights;
  private final Layers layers;

  /**
   * @param tf adds to the graph
   * @param weights the item's parameters
   */
  Networks(Ops tf, WorkItem item, Weights weights) {
    this.tf = tf;
    this.item = item;
    this.weights = weights;
    this.layers = new Layers(tf, weights);
  }

  /**
   * Adds the network to the graph.
   *
   * @param x a batch, {@code [B, D]}, in [0, 1]
   * @param labels its classes, {@code [B]}
   */
  Objective objective(Operand<TFloat32> x, Operand<TInt32> labels) {
    return switch (item.family()) {
      case CHAIN -> Objective.of(chain(x));
      case CONTRACTIVE -> Objective.of(contractive(x));
      case DENOISING -> Objective.of(error(layers.chain(item.layers(), masked(x)), x));
      case STACKED -> Objective.of(stacked(x));
      case CLASSIFIER -> classifier(x, labels);
      case VARIATIONAL -> Objective.of(variational(x));
      case ENCODER -> throw new IllegalArgumentException(item.id() + " is not trained");
    };
  }

  private Operand<TFloat32> error(Operand<TFloat32> output, Operand<TFloat32> target) {
    return item.loss() == Loss.MSE
        ? Losses.squared(tf, output, target)
        : Losses.crossEntropy(tf, output, target);
  }

  private Operand<TFloat32> chain(Operand<TFloat32> x) {
    Data data = item.data();
    Operand<TFloat32> input =
        item.layers().get(0) instanceof Layer.Conv
            ? layers.planes(x, data.channels(), data.side())
            : x;
    return error(layers.chain(item.layers(), input), input);
  }

  /**
   * Mean over rows of Σⱼ (hⱼ(1 − hⱼ))² Σᵢ Wᵢⱼ²: rows are averaged first, the sums then cost L. (w ·
   * w because the native gradient of {@code square(w)} crashes on a variable.)
   */
  private Operand<TFloat32> contractive(Operand<TFloat32> x) {
    Layer.Dense encoder = (Layer.Dense) item.layers().get(0);
    Operand<TFloat32> h = layers.apply(encoder, x); // [B, L]
    Operand<TFloat32> slope = tf.math.mul(h, tf.math.sub(tf.constant(1f), h)); // [B, L]
    Operand<TFloat32> slopes = tf.math.mean(tf.math.square(slope), tf.constant(OVER_ROWS)); // [L]
    Operand<TFloat32> w = weights.get(encoder.weight()); // [D, L]
    Operand<TFloat32> columns = tf.reduceSum(tf.math.mul(w, w), tf.constant(OVER_ROWS)); // [L]
    Operand<TFloat32> penalty =
        tf.math.mul(
            tf.reduceSum(tf.math.mul(slopes, columns), tf.constant(0)),
            tf.constant((float) WorkItem.CONTRACTION)); // []
    return tf.math.add(error(layers.apply(item.layers().get(1), h), x), penalty);
  }

  private Operand<TFloat32> masked(Operand<TFloat32> x) {
    Operand<TFloat32> uniform =
        tf.random.randomUniform(tf.constant(x.shape().asArray()), TFloat32.class);
    Operand<TFloat32> kept =
        tf.dtypes.cast(
            tf.math.greaterEqual(uniform, tf.constant((float) WorkItem.MASKED)), TFloat32.class);
    return tf.math.mul(x, kept); // [B, D]
  }

  private Operand<TFloat32> stacked(Operand<TFloat32> x) {
    List<Layer> all = item.layers();
    Operand<TFloat32> below = layers.chain(all.subList(0, item.frozen()), x);
    return error(layers.chain(all.subList(item.frozen(), all.size()), below), below);
  }

  /** The native gradients lack this loss's, but the operation gives the slopes itself. */
  private Objective classifier(Operand<TFloat32> x, Operand<TInt32> labels) {
    Operand<TFloat32> logits = layers.chain(item.layers(), x); // [B, K]
    SparseSoftmaxCrossEntropyWithLogits<TFloat32> each =
        tf.nn.sparseSoftmaxCrossEntropyWithLogits(logits, labels);
    Operand<TFloat32> share = tf.constant(1f / item.batch());
    Operand<TFloat32> slopes = tf.math.mul(each.backprop(), share); // [B, K]
    return new Objective(Losses.meanOfRows(tf, each.loss()), logits, List.of(slopes));
  }

  /** Cross entropy + KL of N(m, eˢ) from N(0, 1): ½ Σ (m² + eˢ − 1 − s), in nats. */
  private Operand<TFloat32> variational(Operand<TFloat32> x) {
    List<Layer> all = item.layers();
    Operand<TFloat32> h = layers.apply(all.get(0), x);
    Operand<TFloat32> m = layers.apply(all.get(1), h); // [B, L]
    Operand<TFloat32> s = layers.apply(all.get(2), h); // [B, L]
    Operand<TFloat32> half = tf.constant(.5f);
    Operand<TFloat32> noise =
        tf.random.randomStandardNormal(tf.constant(m.shape().asArray()), TFloat32.class);
    Operand<TFloat32> deviation = tf.math.exp(tf.math.mul(s, half)); // [B, L]
    Operand<TFloat32> z = tf.math.add(m, tf.math.mul(deviation, noise)); // [B, L]
    Operand<TFloat32> logits = layers.chain(all.subList(3, all.size()), z);
    Operand<TFloat32> twice =
        tf.math.sub(
            tf.math.add(tf.math.square(m), tf.math.square(deviation)),
            tf.math.add(s, tf.constant(1f))); // [B, L]
    Operand<TFloat32> divergence = tf.math.mul(Losses.meanOfRows(tf, twice), half); // []
    return tf.math.add(error(logits, x), divergence);
  }
}
