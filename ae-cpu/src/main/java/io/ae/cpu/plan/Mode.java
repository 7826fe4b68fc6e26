package io.ae.cpu.plan;

/** Who computes a node, and where its value lies. */
enum Mode {
  /** Given: an input, a variable, a constant. */
  LEAF,
  /** Cut: each shard computes its rows into its own memory. */
  ROW,
  /** Cut: each shard computes, of all rows, a range of the columns, shared. */
  COLUMNS,
  /**
   * Cut, a sum: each shard adds up, of all rows, a range of what is summed over, into its own
   * memory; when all have, each adds up the parts of its rows.
   */
  INNER,
  /**
   * A weight gradient that only an update reads: each shard computes, of all rows, the part of the
   * elements that it updates, block by block.
   */
  BLOCK,
  /** A join's first half: each shard folds its rows, or its elements, into its own memory. */
  PARTIAL,
  /** All rows: each shard copies its rows into memory that all share. */
  GATHERED,
  /** Small and not cut: each shard computes the whole for itself, which saves a barrier. */
  REPLICATED,
  /** Large, elementwise and not cut: each shard computes a range of the elements, shared. */
  SPLIT,
  /** Not cut: one shard computes it, shared. */
  SOLO;

  /** Whether each shard computes from its columns of all rows of the batch. */
  boolean ofColumns() {
    return this == COLUMNS || this == INNER;
  }
}
