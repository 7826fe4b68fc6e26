package io.ae.cpu.memory;

/** The rows of one shard in the run that is going on; one object a shard, set before each run. */
public final class Geometry {
  private final int shard;
  private int shards = 1;
  private int rowFrom;
  private int rows;
  private int totalRows;
  private int nonZeroFrom;
  private int nonZeros;
  private long firstRow;

  /**
   * @param shard number of the shard, from 0
   */
  public Geometry(int shard) {
    this.shard = shard;
  }

  /**
   * Cuts the rows of a run into shards as equal as can be.
   *
   * @param active shards that take part
   * @param batchRows rows of the whole batch
   * @param batchFirstRow absolute index of the batch's first row
   * @param starts where each row's non-zeros start, one entry more than rows; empty without any
   */
  public void set(int active, int batchRows, long batchFirstRow, int[] starts) {
    shards = active;
    totalRows = batchRows;
    firstRow = batchFirstRow;
    rowFrom = part(batchRows, shard);
    rows = part(batchRows, shard + 1) - rowFrom;
    if (starts.length > 0) {
      nonZeroFrom = starts[rowFrom];
      nonZeros = starts[rowFrom + rows] - nonZeroFrom;
    }
  }

  /** Returns where this shard's part of so many things starts. */
  public int partFrom(int count) {
    return part(count, shard);
  }

  /** Returns where this shard's part of so many things ends. */
  public int partTo(int count) {
    return part(count, shard + 1);
  }

  /** Returns where a shard's part of so many things starts. */
  private int part(int count, int of) {
    return (int) ((long) count * of / shards);
  }

  /** Returns the shard's part of a range that it updates alone: its first element. */
  public int splitFrom(int count) {
    return split(count, shard);
  }

  /** Returns the end of the shard's part of a range that it updates alone. */
  public int splitTo(int count) {
    return split(count, shard + 1);
  }

  private int split(int count, int of) {
    return of == shards ? count : part(count, of) / NativeBlock.ALIGNMENT * NativeBlock.ALIGNMENT;
  }

  /** Returns the number of this shard, from 0. */
  public int shard() {
    return shard;
  }

  /** Returns how many shards take part in the run. */
  public int shards() {
    return shards;
  }

  /** Returns the shard's first row within the batch. */
  public int rowFrom() {
    return rowFrom;
  }

  /** Returns the shard's rows. */
  public int rows() {
    return rows;
  }

  /** Returns the rows of the whole batch. */
  public int totalRows() {
    return totalRows;
  }

  /** Returns the shard's first non-zero within the batch. */
  public int nonZeroFrom() {
    return nonZeroFrom;
  }

  /** Returns the shard's non-zeros. */
  public int nonZeros() {
    return nonZeros;
  }

  /** Returns the absolute index of the batch's first row. */
  public long firstRow() {
    return firstRow;
  }
}
