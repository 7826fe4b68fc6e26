package io.ae.cpu.plan;

import io.ae.api.graph.Shape;
import io.ae.api.graph.Spatial;
import io.ae.api.graph.Window;
import io.ae.cpu.kernel.Convolve;
import io.ae.cpu.kernel.Step;
import io.ae.cpu.memory.Slot;
import io.ae.cpu.onednn.Convolution.Direction;
import io.ae.cpu.onednn.Convolution.Sizes;
import java.util.Objects;
import java.util.Optional;

/**
 * Chooses the direction of a convolution and works out its sizes; channels lie last.
 *
 * @param direction what is computed from the other two
 * @param one sizes for one image
 * @param images the most of them at once
 */
record ConvolutionBinding(
    Direction direction, Sizes one, int images, Slot planes, Slot weights, Slot positions) {

  /** Returns a convolution alone. */
  static Step step(Binding b, Node n) {
    ConvolutionBinding c = of(b, n, b.slot(n));
    return Convolve.of(b.engine(), c.direction, c.one, c.images, c.planes, c.weights, c.positions);
  }

  /**
   * Returns a convolution with bias and activation, or nothing where no kernel does them at once.
   */
  static Optional<Step> layer(Binding b, Layer layer) {
    ConvolutionBinding c = of(b, layer.item().nodes.get(0), b.slot(layer.result()));
    Slot bias = b.slot(Objects.requireNonNull(layer.bias()));
    return Convolve.with(
        b.engine(),
        c.direction,
        c.one,
        c.images,
        c.planes,
        c.weights,
        c.positions,
        layer.epilogue(),
        bias);
  }

  /**
   * @param y where the result goes
   */
  private static ConvolutionBinding of(Binding b, Node n, Slot y) {
    Shape first = n.inputs.get(0).shape();
    Shape second = n.inputs.get(1).shape();
    Slot x = b.slot(n.inputs.get(0).node());
    Slot other = b.slot(n.inputs.get(1).node());
    if (n.op instanceof Spatial.Conv2d op) {
      Sizes sizes = sizes(first, second.dim(0), op.window());
      return of(b, n, Direction.FORWARD, sizes, x, other, y);
    }
    if (n.op instanceof Spatial.ConvTranspose2d op) {
      Sizes sizes = sizes(n.type.shape(), second.dim(0), op.window());
      return of(b, n, Direction.TO_INPUT, sizes, y, other, x);
    }
    Spatial.Conv2dWeights op = (Spatial.Conv2dWeights) n.op;
    Sizes sizes = sizes(first, second.last(), op.window());
    return of(b, n, Direction.TO_WEIGHTS, sizes, x, y, other);
  }

  private static ConvolutionBinding of(
      Binding b,
      Node n,
      Direction direction,
      Sizes one,
      Slot planes,
      Slot weights,
      Slot positions) {
    int images = b.images(n, planes, one.planes());
    return new ConvolutionBinding(direction, one, images, planes, weights, positions);
  }

  private static Sizes sizes(Shape planes, int outputs, Window window) {
    return new Sizes(1, planes.dim(-1), planes.dim(-3), planes.dim(-2), outputs, window);
  }
}
