package io.ae.cpu.plan;

import io.ae.api.graph.Product.MatMul;
import io.ae.cpu.kernel.PackedLayer;
import io.ae.cpu.kernel.ProductLayer;
import io.ae.cpu.kernel.Step;
import io.ae.cpu.memory.Slot;
import java.util.Objects;

/**
 * Makes the step of a layer: what one primitive does, and the same step by step for when it can't.
 */
final class LayerBinding {
  private LayerBinding() {}

  static Step step(Binding b, Layer layer) {
    return switch (layer.kind()) {
      case CONVOLUTION -> convolution(b, layer);
      case PACKED -> packed(b, layer);
      case PLAIN -> plain(b, layer);
    };
  }

  /** Returns what a layer does, step by step. */
  private static Step[] apart(Binding b, Layer layer) {
    Item after = layer.after();
    Step alone = b.plain(layer.item());
    return after == null ? new Step[] {alone} : new Step[] {alone, b.plain(after)};
  }

  private static Step convolution(Binding b, Layer layer) {
    return ConvolutionBinding.layer(b, layer)
        .orElseGet(
            () -> {
              Step[] steps = apart(b, layer);
              return () -> {
                for (Step step : steps) {
                  step.run();
                }
              };
            });
  }

  private static Step packed(Binding b, Layer layer) {
    Node product = layer.item().nodes.get(0);
    Slot weights = b.slot(product.inputs.get(1).node());
    Node bias = layer.bias();
    return new PackedLayer(
        b.engine().packed(layer.source(weights.address()), layer.epilogue()),
        layer.rows(),
        b.slot(product.inputs.get(0).node()),
        bias == null ? weights : b.slot(bias),
        b.slot(layer.result()),
        apart(b, layer));
  }

  private static Step plain(Binding b, Layer layer) {
    Node product = layer.item().nodes.get(0);
    View left = product.inputs.get(0);
    Node weights = product.inputs.get(1).node();
    ProductLayer.Sizes full =
        new ProductLayer.Sizes(
            layer.rows().elements(b.full(layer.item())),
            product.type.shape().last(),
            left.shape().last(),
            ((MatMul) product.op).transposed());
    Slot bias = b.slot(Objects.requireNonNull(layer.bias()));
    return new ProductLayer(
        b.engine().layer(weights.bfloat16, layer.epilogue(), bias.address()),
        full,
        layer.rows(),
        b.slot(left.node()),
        b.slot(weights),
        b.slot(layer.result()),
        apart(b, layer));
  }
}
