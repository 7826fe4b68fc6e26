package io.ae.core.backend.kernel;

import io.ae.api.graph.Shape;

/**
 * A range of the batch's rows with their non-zeros: one shard, or the whole. Values that are not
 * cut belong to every part as one unit, {@code [0, 1)}.
 */
public final class Part {
  private final Extent extent;
  private final Scratch scratch;
  private int rowFrom;
  private int rowTo;

  /**
   * @param extent of the runs
   * @param scratch memory of the thread that works on this part
   */
  public Part(Extent extent, Scratch scratch) {
    this.extent = extent;
    this.scratch = scratch;
  }

  /** Sets the rows {@code [from, to)}. */
  public void rows(int from, int to) {
    rowFrom = from;
    rowTo = to;
  }

  /** Returns the sizes of the run. */
  public Extent extent() {
    return extent;
  }

  /** Returns memory for intermediate results, not shared with other parts. */
  public Scratch scratch() {
    return scratch;
  }

  /** Returns the first row. */
  public int rowFrom() {
    return rowFrom;
  }

  /** Returns the end of the rows. */
  public int rowTo() {
    return rowTo;
  }

  /** Returns the first unit of a value of this shape: row, non-zero, or 0. */
  public int from(Shape shape) {
    return !shape.cut() ? 0 : shape.batched() ? rowFrom : extent.offsets()[rowFrom];
  }

  /** Returns the end of the units of a value of this shape. */
  public int to(Shape shape) {
    return !shape.cut() ? 1 : shape.batched() ? rowTo : extent.offsets()[rowTo];
  }

  /** Returns the first element of a value of this shape. */
  public int start(Shape shape) {
    return from(shape) * extent.unit(shape);
  }

  /** Returns the end of the elements of a value of this shape. */
  public int end(Shape shape) {
    return to(shape) * extent.unit(shape);
  }
}
