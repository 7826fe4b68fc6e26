package io.ae.core;

import java.util.ArrayDeque;
import java.util.Deque;

/** Blocks that no call uses: what one call needed serves the next. */
final class RowBlocks {
  private final Deque<RowBlock> free = new ArrayDeque<>();
  private final int most;
  private final int features;
  private final int kept;

  /**
   * @param most rows of a block
   * @param kept blocks that are kept at most
   */
  RowBlocks(int most, int features, int kept) {
    this.most = most;
    this.features = features;
    this.kept = kept;
  }

  /**
   * Returns a block.
   *
   * @param known how many rows there are; negative if that is not known
   */
  synchronized RowBlock take(long known) {
    RowBlock block = free.isEmpty() ? new RowBlock(most, features) : free.pop();
    block.reserve(known < 0 ? most : (int) Math.max(1, Math.min(most, known)));
    return block;
  }

  /** Takes a block back; whoever gives it uses it no longer. */
  synchronized void give(RowBlock block) {
    if (free.size() < kept) {
      free.push(block);
    }
  }
}
