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
    if (known >= 0 && known < most) {
      return new RowBlock((int) Math.max(1, known), features);
    }
    return free.isEmpty() ? new RowBlock(most, features) : free.pop();
  }

  /** Takes a block back; whoever gives it uses it no longer. */
  synchronized void give(RowBlock block) {
    if (block.most() == most && free.size() < kept) {
      free.push(block);
    }
  }
}
