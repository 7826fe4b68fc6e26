package io.ae.cpu.plan;

import io.ae.api.graph.Shape;
import io.ae.api.graph.Spatial;
import io.ae.api.graph.Window;
import io.ae.cpu.kernel.Convolve;
import io.ae.cpu.kernel.Step;
import io.ae.cpu.memory.Slot;
import io.ae.cpu.onednn.Convolution.Direction;
import io.ae.cpu.onednn.Convolution.Sizes;

/** Chooses the direction of a convolution and works out its sizes; channels lie last. */
final class ConvolutionBinding {
  private ConvolutionBinding() {}

  static Step step(Binding b, Node n) {
    Shape first = n.inputs.get(0).shape();
    Shape second = n.inputs.get(1).shape();
    Slot x = b.slot(n.inputs.get(0).node());
    Slot other = b.slot(n.inputs.get(1).node());
    Slot y = b.slot(n);
    if (n.op instanceof Spatial.Conv2d op) {
      Sizes sizes = sizes(first, second.dim(0), op.window());
      return step(b, n, Direction.FORWARD, sizes, x, other, y);
    }
    if (n.op instanceof Spatial.ConvTranspose2d op) {
      Sizes sizes = sizes(n.type.shape(), second.dim(0), op.window());
      return step(b, n, Direction.TO_INPUT, sizes, y, other, x);
    }
    Spatial.Conv2dWeights op = (Spatial.Conv2dWeights) n.op;
    Sizes sizes = sizes(first, second.last(), op.window());
    return step(b, n, Direction.TO_WEIGHTS, sizes, x, y, other);
  }

  private static Step step(
      Binding b,
      Node n,
      Direction direction,
      Sizes one,
      Slot planes,
      Slot weights,
      Slot positions) {
    int images = b.images(n, planes, one.planes());
    return Convolve.of(b.engine(), direction, one, images, planes, weights, positions);
  }

  private static Sizes sizes(Shape planes, int outputs, Window window) {
    return new Sizes(1, planes.dim(-1), planes.dim(-3), planes.dim(-2), outputs, window);
  }
}
