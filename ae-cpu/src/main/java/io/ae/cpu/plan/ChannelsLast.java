package io.ae.cpu.plan;

import io.ae.api.graph.Layout;
import io.ae.api.graph.Op;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Spatial;
import java.util.List;
import java.util.stream.IntStream;

/** Shapes {@code [rows…, C, Y, X]} of a graph as a plan has them, {@code [rows…, Y, X, C]}. */
final class ChannelsLast {
  private static final int PLANES = 3;

  private ChannelsLast() {}

  /** Returns whether an op's kernels take and give images with their channels last. */
  static boolean kernel(Op op) {
    return op instanceof Spatial
        && !(op instanceof Spatial.AveragePool)
        && !(op instanceof Spatial.Upsample);
  }

  /** Returns the shape with its channels last; axes that lack are of size 1. */
  static Shape shape(Shape shape) {
    Shape s = shape;
    while (s.rank() < PLANES) {
      s = Shape.of(1).concat(s);
    }
    return s.with(-3, s.dim(-2)).with(-2, s.dim(-1)).with(-1, s.dim(-3));
  }

  /** Returns whether elements of a shape lie in the same order, channels first or last. */
  static boolean sameOrder(Shape shape) {
    return shape.rank() < PLANES
        || shape.dim(-3) == 1
        || (shape.dim(-2) == 1 && shape.dim(-1) == 1);
  }

  /** Returns the op that puts channels last. */
  static Layout.Permute turn(Shape shape) {
    return permute(shape.rank(), List.of(1, 2, 0));
  }

  /** Returns the op that puts channels before the planes again. */
  static Layout.Permute turnBack(Shape shape) {
    return permute(shape.rank(), List.of(2, 0, 1));
  }

  private static Layout.Permute permute(int rank, List<Integer> last) {
    int rows = rank - PLANES;
    return new Layout.Permute(
        IntStream.range(0, rank)
            .map(i -> i < rows ? i : rows + last.get(i - rows))
            .boxed()
            .toList());
  }
}
