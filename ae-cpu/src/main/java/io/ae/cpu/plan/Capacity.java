package io.ae.cpu.plan;

/**
 * The sizes a plan is made for.
 *
 * @param rows the most rows of a batch
 * @param nonZeros the most non-zeros of a batch
 * @param shards the most shards a batch is cut into
 */
public record Capacity(int rows, int nonZeros, int shards) {
  /** Fewer rows a shard are not worth a barrier. */
  private static final int LEAST_ROWS = 8;

  /** Returns how many shards take part in a run: a function of its rows alone. */
  public int active(int runRows) {
    return Math.max(1, Math.min(shards, runRows / LEAST_ROWS));
  }

  /** Returns the most rows one shard can get. */
  public int shardRows() {
    return Math.min(rows, Math.max((rows + shards - 1) / shards, 2 * LEAST_ROWS));
  }
}
