package io.ae.benchmarks.libtorch;

import io.ae.benchmarks.common.Activation;
import io.ae.benchmarks.common.Layer;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The layers of a work item as torch's functions. Planes are pooled with their channels last: a
 * fifth of the time.
 */
final class Forward {
  private static final long[] EVERY = {1, 1};
  private static final long[] NONE = {0, 0};

  private final Parameters parameters;

  Forward(Parameters parameters) {
    this.parameters = parameters;
  }

  /** Runs layers one after another. */
  Tensor run(List<Layer> layers, Tensor rows) {
    Tensor h = rows;
    for (Layer layer : layers) {
      h = run(layer, h);
    }
    return h;
  }

  /**
   * Runs a layer.
   *
   * @param x {@code [B, in]}, or {@code [B, C, Y, X]} with convolutions and pooling
   */
  Tensor run(Layer layer, Tensor x) {
    if (layer instanceof Layer.Dense d) {
      return activate(
          d.activation(),
          torch.linear(x, parameters.get(d.weight()), parameters.optional(d.bias())));
    }
    if (layer instanceof Layer.Tied t) {
      return activate(
          t.activation(), torch.addmm(parameters.get(t.bias()), x, parameters.get(t.weight())));
    }
    if (layer instanceof Layer.Conv c) {
      return activate(c.activation(), convolution(c, x));
    }
    if (layer instanceof Layer.TransposedConv c) {
      return activate(c.activation(), transposed(c, x));
    }
    Layer.MaxPool pool = (Layer.MaxPool) layer;
    return torch.max_pool2d(
        x.contiguous(torch.MemoryFormat.ChannelsLast), pool.size(), pool.size());
  }

  private Tensor convolution(Layer.Conv c, Tensor x) {
    return torch.conv2d(
        x,
        parameters.get(c.weight()),
        parameters.optional(c.bias()),
        new long[] {c.stride(), c.stride()},
        new long[] {c.padding(), c.padding()},
        EVERY,
        1);
  }

  private Tensor transposed(Layer.TransposedConv c, Tensor x) {
    return torch.conv_transpose2d(
        x,
        parameters.get(c.weight()),
        parameters.optional(c.bias()),
        new long[] {c.stride(), c.stride()},
        new long[] {c.padding(), c.padding()},
        c.outputPadding() == 0 ? NONE : new long[] {c.outputPadding(), c.outputPadding()},
        1,
        EVERY);
  }

  /** In place: the affine map's own values are needed by no gradient. */
  private static Tensor activate(Activation activation, Tensor x) {
    return switch (activation) {
      case LINEAR -> x;
      case SIGMOID -> torch.sigmoid_(x);
      case RELU -> torch.relu_(x);
    };
  }
}
