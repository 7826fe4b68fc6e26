package io.ae.core.backend;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Threads that help with shards. The caller works too and never waits for a helper that has not
 * begun, so a busy pool slows a run down and cannot stop it.
 */
final class Workers {
  private static final long IDLE_SECONDS = 5;

  private final int helpers;
  private final @Nullable ExecutorService pool;

  /**
   * @param helpers threads beside the caller's
   */
  Workers(int helpers) {
    this.helpers = helpers;
    this.pool = helpers == 0 ? null : pool(helpers);
  }

  private static ExecutorService pool(int threads) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "ae-java-shard");
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  /** Some shards of work, done once each by whoever comes first. */
  private static final class Round implements Runnable {
    private final int shards;
    private final IntConsumer work;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Round(int shards, IntConsumer work) {
      this.shards = shards;
      this.work = work;
    }

    @Override
    public void run() {
      for (int shard = next.getAndIncrement(); shard < shards; shard = next.getAndIncrement()) {
        try {
          work.accept(shard);
        } catch (RuntimeException | Error e) {
          failure.compareAndSet(null, e);
        } finally {
          done.incrementAndGet();
        }
      }
    }

    void await() {
      for (int spins = 0; done.get() < shards; spins++) {
        if (spins < 1000) {
          Thread.onSpinWait();
        } else {
          Thread.yield();
        }
      }
      Throwable thrown = failure.get();
      if (thrown instanceof RuntimeException e) {
        throw e;
      }
      if (thrown instanceof Error e) {
        throw e;
      }
    }
  }

  /** Does each shard once, on several threads, and returns when all are done. */
  void each(int shards, IntConsumer work) {
    ExecutorService running = pool;
    Round round = new Round(shards, work);
    for (int i = 0; running != null && i < Math.min(helpers, shards - 1); i++) {
      running.execute(round);
    }
    round.run();
    round.await();
  }

  void close() {
    if (pool != null) {
      pool.shutdown();
    }
  }
}
