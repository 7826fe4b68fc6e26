package io.ae.cpu.plan;

import io.ae.api.graph.Product.MatMul;
import io.ae.cpu.kernel.Columns;
import io.ae.cpu.kernel.PackedLayer;
import io.ae.cpu.kernel.ProductLayer;
import io.ae.cpu.kernel.Step;
import io.ae.cpu.memory.Extent;
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
    return layer.item().mode == Mode.COLUMNS ? columns(b, layer) : rows(b, layer);
  }

  private static Step rows(Binding b, Layer layer) {
    Node product = layer.item().nodes.get(0);
    View left = product.inputs.get(0);
    Node weights = product.inputs.get(1).node();
    int width = product.type.shape().last();
    Extent rows = layer.rows();
    ProductLayer.Sizes full =
        new ProductLayer.Sizes(
            rows.elements(b.full(layer.item())),
            width,
            left.shape().last(),
            ((MatMul) product.op).transposed(),
            width);
    Slot bias = b.slot(Objects.requireNonNull(layer.bias()));
    Slot y = b.slot(layer.result());
    ProductLayer.Operands operands =
        new ProductLayer.Operands(
            () -> rows.elements(y.geometry()),
            b.slot(left.node())::address,
            b.slot(weights)::address,
            y::address);
    return new ProductLayer(
        b.engine().layer(weights.bfloat16, layer.epilogue(), bias.address()),
        full,
        operands,
        apart(b, layer));
  }

  /** Returns what a shard does of a layer whose columns shards cut. */
  private static Step columns(Binding b, Layer layer) {
    Node product = layer.item().nodes.get(0);
    View left = product.inputs.get(0);
    Node weights = product.inputs.get(1).node();
    int width = product.type.shape().last();
    int inner = left.shape().last();
    Columns full = new Columns(b.full(layer.item()), width);
    Columns now = new Columns(b.geometry(), width);
    Slot bias = b.slot(Objects.requireNonNull(layer.bias()));
    Slot w = b.slot(weights);
    Slot y = b.slot(layer.result());
    long first = full.from();
    ProductLayer.Operands operands =
        new ProductLayer.Operands(
            () -> now.sameAs(full) ? now.rows() : 0,
            b.slot(left.node())::first,
            () -> w.address() + first * inner * w.bytes(),
            () -> y.first() + first * y.bytes());
    return new ProductLayer(
        b.engine().layer(weights.bfloat16, layer.epilogue(), bias.address() + first * bias.bytes()),
        new ProductLayer.Sizes(full.rows(), full.count(), inner, true, width),
        operands,
        apart(b, layer));
  }
}
