package io.ae.cpu.kernel;

/** One instruction of a {@link Chain}: reads and writes tiles on the heap. */
public interface TileOp {
  /** Prepares a run, such as by reading scalars; there may be no tile in it. */
  default void begin() {}

  /**
   * Computes one tile.
   *
   * @param from flat index of its first element within the range of the chain's values
   * @param n its elements
   */
  void run(int from, int n);

  /** Ends a run, such as by storing what was gathered over all tiles. */
  default void end() {}
}
