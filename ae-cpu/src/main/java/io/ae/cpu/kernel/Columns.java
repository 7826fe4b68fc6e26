package io.ae.cpu.kernel;

import io.ae.cpu.memory.Geometry;

/**
 * A shard's range of the columns of a value {@code [B, width]}, in all rows of the batch.
 *
 * @param geometry the shard's rows
 * @param width columns of the value
 */
public record Columns(Geometry geometry, int width) {
  /** Returns the first column. */
  public int from() {
    return geometry.splitFrom(width);
  }

  /** Returns how many columns there are. */
  public int count() {
    return geometry.splitTo(width) - from();
  }

  /** Returns the rows of the batch. */
  public int rows() {
    return geometry.totalRows();
  }

  /** Returns the word, in a value of rows, of an element that is counted within the columns. */
  int word(int element) {
    return element / count() * width + from();
  }

  /** Returns whether the range is the same in another run. */
  public boolean sameAs(Columns other) {
    return from() == other.from() && count() == other.count();
  }
}
