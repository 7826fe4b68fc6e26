package io.ae.cpu.memory;

import io.ae.api.graph.Shape;

/**
 * How many elements a value has in a shard: what leads its shape, the product of its fixed sizes,
 * and how often {@link Shape#A} stands in it.
 *
 * @param lead what the leading axis counts
 * @param fixed product of the fixed sizes
 * @param all number of axes {@code A}
 */
public record Extent(Lead lead, int fixed, int all) {
  /** What the leading axis counts. */
  public enum Lead {
    /** No axis is cut. */
    NONE,
    /** Rows of the batch. */
    ROWS,
    /** Non-zeros of the sparse rows. */
    NON_ZEROS
  }

  /** Returns the extent of a shape. */
  public static Extent of(Shape shape) {
    Lead lead = Lead.NONE;
    long fixed = 1;
    int all = 0;
    for (int i = 0; i < shape.rank(); i++) {
      int d = shape.dim(i);
      switch (d) {
        case Shape.B -> lead = Lead.ROWS;
        case Shape.N -> lead = Lead.NON_ZEROS;
        case Shape.A -> all++;
        default -> fixed = Math.multiplyExact(fixed, (long) d);
      }
    }
    return new Extent(lead, Math.toIntExact(fixed), all);
  }

  /** Returns whether it is one element, whatever the rows. */
  public boolean scalar() {
    return lead == Lead.NONE && fixed == 1 && all == 0;
  }

  /** Returns whether an engine may cut the value into shards. */
  public boolean cut() {
    return lead != Lead.NONE;
  }

  /** Returns the elements of one row, or of the whole where nothing is cut. */
  public int inner(Geometry g) {
    int n = fixed;
    for (int i = 0; i < all; i++) {
      n *= g.totalRows();
    }
    return n;
  }

  /** Returns the elements a shard holds in this run. */
  public int elements(Geometry g) {
    return switch (lead) {
      case NONE -> inner(g);
      case ROWS -> g.rows() * inner(g);
      case NON_ZEROS -> g.nonZeros() * inner(g);
    };
  }

  /** Returns the elements of all shards in this run; of rows, not of non-zeros. */
  public int total(Geometry g) {
    return lead == Lead.ROWS ? g.totalRows() * inner(g) : inner(g);
  }

  /** Returns the elements before the shard's first in memory that all shards share. */
  public int before(Geometry g) {
    return switch (lead) {
      case NONE -> 0;
      case ROWS -> g.rowFrom() * inner(g);
      case NON_ZEROS -> g.nonZeroFrom() * inner(g);
    };
  }

  /**
   * Returns the most elements there can be.
   *
   * @param rows the most rows of one shard, or of all of them
   * @param allRows the most rows of a batch
   * @param nonZeros the most non-zeros
   */
  public long capacity(long rows, long allRows, long nonZeros) {
    long n = fixed;
    for (int i = 0; i < all; i++) {
      n = Math.multiplyExact(n, allRows);
    }
    return switch (lead) {
      case NONE -> n;
      case ROWS -> Math.multiplyExact(n, rows);
      case NON_ZEROS -> Math.multiplyExact(n, nonZeros);
    };
  }
}
