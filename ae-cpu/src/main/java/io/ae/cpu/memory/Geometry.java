package io.ae.cpu.memory;

/**
 * The rows of one shard in the run that is going on; one object a shard, set before each run. Steps
 * that go through the shard's rows portion by portion see one portion at a time.
 */
public final class Geometry {
  private final int shard;
  private int shards = 1;
  private int shardFrom;
  private int shardRows;
  private int[] starts = {};
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
    this.starts = starts;
    shards = active;
    totalRows = batchRows;
    firstRow = batchFirstRow;
    shardFrom = part(batchRows, shard);
    shardRows = part(batchRows, shard + 1) - shardFrom;
    portion(0, shardRows);
  }

  /**
   * Goes on to some of the shard's rows.
   *
   * @param from the first of them, counted from the shard's first
   * @param count how many
   */
  public void portion(int from, int count) {
    rowFrom = shardFrom + from;
    rows = count;
    if (starts.length > 0) {
      nonZeroFrom = starts[rowFrom];
      nonZeros = starts[rowFrom + rows] - nonZeroFrom;
    }
  }

  /** Returns whether no portion of the shard's rows went before: sums over rows begin. */
  public boolean begins() {
    return rowFrom == shardFrom;
  }

  /** Returns whether no portion follows: sums over rows are complete. */
  public boolean ends() {
    return rowFrom + rows == shardFrom + shardRows;
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

  /** Returns the first of the rows at hand within the batch. */
  public int rowFrom() {
    return rowFrom;
  }

  /** Returns the rows at hand: the shard's, or a portion of them. */
  public int rows() {
    return rows;
  }

  /** Returns the rows of the whole batch. */
  public int totalRows() {
    return totalRows;
  }

  /** Returns the first non-zero of the rows at hand within the batch. */
  public int nonZeroFrom() {
    return nonZeroFrom;
  }

  /** Returns the non-zeros of the rows at hand. */
  public int nonZeros() {
    return nonZeros;
  }

  /** Returns the absolute index of the batch's first row. */
  public long firstRow() {
    return firstRow;
  }
}
