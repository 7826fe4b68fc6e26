package io.ae.benchmarks.dl4j;

import io.ae.benchmarks.common.Activation;
import io.ae.benchmarks.common.Layer;
import java.util.List;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;

/** The work items' layers as Deeplearning4j's. */
final class Layers {
  private Layers() {}

  /** Returns the layers that together are one of the item's; the first has its parameters. */
  static List<org.deeplearning4j.nn.conf.layers.Layer> of(Layer layer) {
    if (layer instanceof Layer.Dense d) {
      return List.of(
          new DenseLayer.Builder()
              .nIn(d.in())
              .nOut(d.out())
              .activation(activation(d.activation()))
              .build());
    }
    if (layer instanceof Layer.Conv c) {
      return List.of(
          new ConvolutionLayer.Builder(c.kernel(), c.kernel())
              .stride(c.stride(), c.stride())
              .padding(c.padding(), c.padding())
              .convolutionMode(ConvolutionMode.Truncate)
              .nIn(c.in())
              .nOut(c.out())
              .activation(activation(c.activation()))
              .build());
    }
    if (layer instanceof Layer.TransposedConv c) {
      return transposed(c);
    }
    if (layer instanceof Layer.MaxPool p) {
      return List.of(
          new SubsamplingLayer.Builder(PoolingType.MAX)
              .kernelSize(p.size(), p.size())
              .stride(p.size(), p.size())
              .build());
    }
    throw new IllegalArgumentException("no layer of its own for " + layer);
  }

  /**
   * A transposed convolution; there is no output padding, so what would be padded at the end is
   * computed in full and the padding at the start cut off afterwards.
   */
  private static List<org.deeplearning4j.nn.conf.layers.Layer> transposed(Layer.TransposedConv c) {
    boolean cut = c.outputPadding() > 0;
    if (cut && c.outputPadding() != c.padding()) {
      throw new IllegalArgumentException("padding and output padding differ: " + c);
    }
    int padding = cut ? 0 : c.padding();
    Deconvolution2D layer =
        new Deconvolution2D.Builder(c.kernel(), c.kernel())
            .stride(c.stride(), c.stride())
            .padding(padding, padding)
            .convolutionMode(ConvolutionMode.Truncate)
            .nIn(c.in())
            .nOut(c.out())
            .activation(activation(c.activation()))
            .build();
    return cut
        ? List.of(layer, new Cropping2D.Builder(c.padding(), 0, c.padding(), 0).build())
        : List.of(layer);
  }

  private static org.nd4j.linalg.activations.Activation activation(Activation activation) {
    return switch (activation) {
      case LINEAR -> org.nd4j.linalg.activations.Activation.IDENTITY;
      case SIGMOID -> org.nd4j.linalg.activations.Activation.SIGMOID;
      case RELU -> org.nd4j.linalg.activations.Activation.RELU;
    };
  }
}
