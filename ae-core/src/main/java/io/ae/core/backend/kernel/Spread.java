package io.ae.core.backend.kernel;

import io.ae.api.graph.Shape;

/**
 * Walks the elements of a large shape in order, beside those of a small one that broadcasts over
 * it: {@code [D]} beside {@code [B, D]}, {@code [B, 1]} beside {@code [B, D]}, {@code [C, 1, 1]}
 * beside {@code [B, C, Y, X]}. Neighbouring axes that spread alike are walked as one.
 */
final class Spread {
  /** What is done to a run of elements of the large shape. */
  interface Body {
    /**
     * @param out the result
     * @param large first element in the large shape; the run's follow it
     * @param small element of the small shape for the first
     * @param count elements of the run
     * @param step 1 if the small shape's elements follow too, 0 if one serves for all
     */
    void run(Tensor out, int large, int small, int count, int step);
  }

  private final Shape large;
  private final Shape small;
  private final Body body;
  private final int lead;

  Spread(Shape large, Shape small, Body body) {
    this.large = large;
    this.small = small;
    this.body = body;
    this.lead = large.cut() ? 1 : 0;
  }

  /** Whether one element of the small shape serves the whole of the large one. */
  boolean single() {
    for (int i = 0; i < small.rank(); i++) {
      if (small.dim(i) != 1) {
        return false;
      }
    }
    return true;
  }

  void run(Part part, Tensor out) {
    Extent extent = part.extent();
    int from = part.from(large);
    int to = part.to(large);
    int unit = extent.unit(large);
    if (single()) {
      body.run(out, from * unit, 0, (to - from) * unit, 0);
      return;
    }
    int smallUnit = small.cut() ? extent.unit(small) : 0;
    for (int u = from; u < to; u++) {
      walk(extent, out, lead, u * unit, u * smallUnit);
    }
  }

  /** Walks the axes from one on; they start at these elements. */
  private void walk(Extent extent, Tensor out, int axis, int at, int smallAt) {
    int end = axis;
    boolean spread = axis < large.rank() && spreads(extent, axis);
    int count = 1;
    while (end < large.rank() && (trivial(extent, end) || spreads(extent, end) == spread)) {
      count *= extent.size(large.dim(end++));
    }
    if (end == large.rank()) {
      body.run(out, at, smallAt, count, spread ? 0 : 1);
      return;
    }
    int inner = extent.product(large, end, large.rank());
    int smallInner = spread ? 0 : smallProduct(extent, end);
    for (int i = 0; i < count; i++) {
      walk(extent, out, end, at + i * inner, smallAt + i * smallInner);
    }
  }

  private boolean trivial(Extent extent, int axis) {
    return extent.size(large.dim(axis)) == 1;
  }

  private boolean spreads(Extent extent, int axis) {
    int own = axis - (large.rank() - small.rank());
    return own < 0 || (extent.size(small.dim(own)) == 1 && !trivial(extent, axis));
  }

  private int smallProduct(Extent extent, int axis) {
    int own = axis - (large.rank() - small.rank());
    return extent.product(small, Math.max(0, own), small.rank());
  }
}
