package io.ae.benchmarks.tensorflow;

import io.ae.benchmarks.common.Activation;
import io.ae.benchmarks.common.Layer;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Reshape;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.op.nn.Conv2d;
import org.tensorflow.op.nn.Conv2dBackpropInput;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Layers as operations. Planes are {@code [B, Y, X, C]}, the only layout that all of TensorFlow's
 * CPU kernels know; a ReLU or sigmoid behind a product or a convolution is fused by its optimiser.
 */
final class Layers {
  private final Ops tf;
  private final Weights weights;

  Layers(Ops tf, Weights weights) {
    this.tf = tf;
    this.weights = weights;
  }

  /** Applies layers one after another. */
  Operand<TFloat32> chain(List<Layer> layers, Operand<TFloat32> x) {
    Operand<TFloat32> h = x;
    for (Layer layer : layers) {
      h = apply(layer, h);
    }
    return h;
  }

  /**
   * Applies a layer.
   *
   * @param x {@code [B, D]}, or planes {@code [B, Y, X, C]}
   */
  Operand<TFloat32> apply(Layer layer, Operand<TFloat32> x) {
    if (layer instanceof Layer.Dense d) {
      Operand<TFloat32> product = tf.linalg.matMul(x, weights.get(d.weight()));
      return activated(product, d.bias(), d.activation());
    }
    if (layer instanceof Layer.Tied t) {
      Operand<TFloat32> product =
          tf.linalg.matMul(x, weights.get(t.weight()), MatMul.transposeB(true));
      return activated(product, t.bias(), t.activation());
    }
    if (layer instanceof Layer.Conv c) {
      return activated(convolution(c, x), c.bias(), c.activation());
    }
    if (layer instanceof Layer.TransposedConv c) {
      return activated(transposed(c, x), c.bias(), c.activation());
    }
    if (layer instanceof Layer.MaxPool p) {
      Operand<TInt32> window = tf.constant(new int[] {1, p.size(), p.size(), 1});
      return tf.nn.maxPool(x, window, window, "VALID");
    }
    throw new IllegalArgumentException("no operation for the layer " + layer);
  }

  private Operand<TFloat32> activated(
      Operand<TFloat32> product, String bias, Activation activation) {
    Operand<TFloat32> sums = tf.nn.biasAdd(product, weights.get(bias));
    return switch (activation) {
      case LINEAR -> sums;
      case SIGMOID -> tf.math.sigmoid(sums);
      case RELU -> tf.nn.relu(sums);
    };
  }

  private Operand<TFloat32> convolution(Layer.Conv c, Operand<TFloat32> x) {
    Padding padding = Padding.of(c.side(), c.outSide(), c.kernel(), c.stride(), c.padding());
    return tf.nn.conv2d(
        x,
        weights.get(c.weight()),
        strides(c.stride()),
        padding.kind(),
        Conv2d.explicitPaddings(padding.explicit()));
  }

  /** The gradient of a convolution from the larger planes to the smaller ones. */
  private Operand<TFloat32> transposed(Layer.TransposedConv c, Operand<TFloat32> x) {
    int rows = Math.toIntExact(x.shape().get(0));
    int[] planes = {rows, c.outSide(), c.outSide(), c.out()};
    Padding padding = Padding.of(c.outSide(), c.side(), c.kernel(), c.stride(), c.padding());
    return tf.nn.conv2dBackpropInput(
        tf.constant(planes),
        weights.get(c.weight()),
        x,
        strides(c.stride()),
        padding.kind(),
        Conv2dBackpropInput.explicitPaddings(padding.explicit()));
  }

  private static List<Long> strides(long stride) {
    return List.of(1L, stride, stride, 1L);
  }

  /**
   * Rows of channel planes as TensorFlow's planes.
   *
   * @param x {@code [B, C·Y·X]}
   * @return {@code [B, Y, X, C]}
   */
  Operand<TFloat32> planes(Operand<TFloat32> x, int channels, int side) {
    int rows = Math.toIntExact(x.shape().get(0));
    if (channels == 1) {
      return tf.reshape(x, tf.constant(new int[] {rows, side, side, 1}));
    }
    Reshape<TFloat32> stored = tf.reshape(x, tf.constant(new int[] {rows, channels, side, side}));
    return tf.linalg.transpose(stored, tf.constant(new int[] {0, 2, 3, 1}));
  }
}
