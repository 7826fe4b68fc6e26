package io.ae.core;

import io.ae.core.data.Scaling;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes rows through a function block by block. The caller's thread alone reads them, and hands on
 * what becomes of them, in order. Helpers compute meanwhile, and so does the caller once it has
 * read far enough ahead: unpacking and parsing take about as long as a small model.
 */
final class BlockRun {
  /** Computes a block's output. */
  @FunctionalInterface
  interface Work {
    /**
     * @param first number of the block's first row
     */
    void on(RowBlock block, long first);
  }

  private final RowReader reader;
  private final Scaling scaling;
  private final RowBlocks blocks;
  private final Work work;
  private final boolean named;
  private final Consumer<RowBlock> sink;
  private final BlockThreads helpers;
  private final Deque<BlockTask> pending = new ArrayDeque<>();
  private boolean more = true;
  private long rows;
  private @Nullable RuntimeException failure;

  /**
   * @param blocks lends blocks
   * @param named whether the sink wants the rows' ids
   * @param sink takes blocks that have their output, each during the call only
   */
  BlockRun(
      RowReader reader,
      Scaling scaling,
      RowBlocks blocks,
      Work work,
      boolean named,
      Consumer<RowBlock> sink,
      BlockThreads helpers) {
    this.reader = reader;
    this.scaling = scaling;
    this.blocks = blocks;
    this.work = work;
    this.named = named;
    this.sink = sink;
    this.helpers = helpers;
  }

  /**
   * Goes over all rows and returns how many there are.
   *
   * @throws RuntimeException what reading or working on a block threw, once the blocks before it
   *     were handed on; no thread is at work then
   */
  long go() {
    try {
      while (more || !pending.isEmpty()) {
        boolean ready = !pending.isEmpty() && pending.element().done();
        if (!ready && more && pending.size() < helpers.blocks()) {
          read(blocks.take(reader.known()));
        } else if (ready || !help()) {
          RowBlock block = pending.remove().result();
          sink.accept(block);
          blocks.give(block);
        }
      }
    } finally {
      pending.forEach(BlockTask::abandon);
    }
    if (failure != null) {
      throw failure;
    }
    return rows;
  }

  private void read(RowBlock block) {
    try {
      block.fill(reader, scaling, named);
    } catch (RuntimeException e) {
      more = false;
      failure = e;
      return;
    }
    more = block.full();
    if (block.rows() == 0) {
      blocks.give(block);
      return;
    }
    long first = rows;
    rows += block.rows();
    BlockTask task = new BlockTask(block, () -> work.on(block, first));
    pending.add(task);
    if (more) {
      helpers.offer(task);
    }
  }

  /** Works on the first block that nobody works on, and returns whether there was one. */
  private boolean help() {
    for (BlockTask task : pending) {
      if (task.begin()) {
        return true;
      }
    }
    return false;
  }
}
