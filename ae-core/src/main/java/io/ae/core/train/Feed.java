package io.ae.core.train;

/** Rows of an epoch, batch by batch. */
interface Feed extends AutoCloseable {
  /** Returns the number of rows of an epoch. */
  long rows();

  /**
   * Begins an epoch.
   *
   * @param order keys the order of the rows: equal keys give equal orders; {@link #AS_THEY_ARE}
   *     leaves them
   * @param again whether another epoch will follow, for which a feed may read ahead
   */
  void start(long order, boolean again);

  /** Passes over so many batches, to resume within an epoch. */
  void skip(int batches);

  /**
   * Hands the next rows on.
   *
   * @param target copies them at once, or until the next call if the feed {@link #holds} them
   * @return how many, 0 at the end of the epoch
   */
  int next(BatchTarget target);

  /** Returns whether rows that were handed on stay where they are until the next call. */
  default boolean holds() {
    return false;
  }

  /** Returns for how long, in all, callers waited for rows to be there: 0 for rows in memory. */
  default long waitedNanos() {
    return 0;
  }

  /** Returns the most non-zeros that a batch can have. */
  int nonZeros();

  @Override
  void close();

  /** The order of the source. */
  long AS_THEY_ARE = 0;

  /** Returns the key of an epoch's order, a pure function of seed, phase and epoch. */
  static long order(long seed, String phase, int epoch) {
    long h = seed * 0x9E3779B97F4A7C15L + epoch;
    for (int i = 0; i < phase.length(); i++) {
      h = (h ^ phase.charAt(i)) * 0x100000001b3L;
    }
    h ^= h >>> 32;
    h *= 0xd6e8feb86659fd93L;
    h ^= h >>> 32;
    return h == AS_THEY_ARE ? 1 : h;
  }
}
