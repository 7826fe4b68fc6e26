package io.ae.core.backend.kernel;

import io.ae.api.graph.Shape;

/** How large the named axes are in one run, and where its rows stand in the whole. */
public final class Extent {
  private final int[] offsets;
  private int rows;
  private int nonZeros;
  private long firstRow;

  /**
   * @param maxRows the most rows a run will have
   */
  public Extent(int maxRows) {
    offsets = new int[maxRows + 1];
  }

  /** Sets what the next run has; the offsets are filled before. */
  public void set(int newRows, int newNonZeros, long newFirstRow) {
    rows = newRows;
    nonZeros = newNonZeros;
    firstRow = newFirstRow;
  }

  /** Returns the rows of the batch. */
  public int rows() {
    return rows;
  }

  /** Returns the non-zeros of the batch. */
  public int nonZeros() {
    return nonZeros;
  }

  /** Returns the absolute index of the first row. */
  public long firstRow() {
    return firstRow;
  }

  /** Returns where the non-zeros of each row begin; one more than rows. */
  public int[] offsets() {
    return offsets;
  }

  /** Returns the size of an axis. */
  public int size(int dim) {
    return dim >= 0 ? dim : dim == Shape.N ? nonZeros : rows;
  }

  /** Returns the product of the axes {@code [from, to)}. */
  public int product(Shape shape, int from, int to) {
    int n = 1;
    for (int i = from; i < to; i++) {
      n *= size(shape.dim(i));
    }
    return n;
  }

  /** Returns the elements of one row, or of the whole where the shape is not cut. */
  public int unit(Shape shape) {
    return product(shape, shape.cut() ? 1 : 0, shape.rank());
  }
}
