package io.ae.core;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads that work on blocks beside their callers; idle ones end. */
final class BlockThreads implements AutoCloseable {
  private static final long IDLE_SECONDS = 5;

  /** For each thread one block at work and one to go on with. */
  private static final int BLOCKS = 2;

  private final int threads;
  private final ThreadPoolExecutor pool;

  /**
   * @param threads at work on a call's rows, the caller's included
   */
  BlockThreads(int threads) {
    this.threads = threads;
    this.pool =
        new ThreadPoolExecutor(
            Math.max(1, threads - 1),
            Math.max(1, threads - 1),
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "ae-blocks");
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
  }

  /** Returns how many blocks a caller may have read and not handed on yet. */
  int blocks() {
    return BLOCKS * threads;
  }

  /** Lets a helper do the task, if there are helpers and one comes to it before the caller does. */
  void offer(BlockTask task) {
    if (threads > 1) {
      pool.execute(task);
    }
  }

  @Override
  public void close() {
    pool.shutdown();
  }
}
