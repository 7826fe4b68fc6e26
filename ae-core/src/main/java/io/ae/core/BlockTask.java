package io.ae.core;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** What is to be computed of one block: once, by whichever thread comes first. */
final class BlockTask implements Runnable {
  private final RowBlock block;
  private final Runnable work;
  private final AtomicBoolean taken = new AtomicBoolean();
  private final CompletableFuture<RowBlock> result = new CompletableFuture<>();

  /**
   * @param block the rows, left alone until the task is over
   * @param work puts what is wanted of them into the block, or throws
   */
  BlockTask(RowBlock block, Runnable work) {
    this.block = block;
    this.work = work;
  }

  @Override
  public void run() {
    begin();
  }

  /** Does the work unless another thread has begun it, and returns whether it was this one. */
  boolean begin() {
    boolean mine = taken.compareAndSet(false, true);
    if (mine) {
      try {
        work.run();
        result.complete(block);
      } catch (RuntimeException | Error e) {
        result.completeExceptionally(e);
      }
    }
    return mine;
  }

  boolean done() {
    return result.isDone();
  }

  /** Waits for the work, which some thread has begun; returns the block or throws what it threw. */
  RowBlock result() {
    try {
      return result.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException r) {
        throw r;
      }
      if (e.getCause() instanceof Error r) {
        throw r;
      }
      throw e;
    }
  }

  /** Sees to it that no thread is or will be at work. */
  void abandon() {
    if (!taken.compareAndSet(false, true)) {
      result.handle((done, thrown) -> this).join();
    }
  }
}
