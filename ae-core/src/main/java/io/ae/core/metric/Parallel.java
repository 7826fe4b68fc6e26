package io.ae.core.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work on rows by some threads, each with a range of its own. */
public final class Parallel {
  private Parallel() {}

  /** Work on rows {@code from} to {@code to − 1}. */
  public interface Range {
    /** Does the work; {@code part} counts the ranges from 0. */
    void run(int part, int from, int to);
  }

  /**
   * Cuts rows into at most as many ranges as threads, works on all and waits; nothing is left
   * running. The first error stops the rest at their end and is thrown.
   *
   * @param threads at least 1
   */
  public static void rows(int rows, int threads, Range work) {
    int parts = Math.max(1, Math.min(threads, rows));
    if (parts == 1) {
      work.run(0, 0, rows);
      return;
    }
    ExecutorService pool = Executors.newFixedThreadPool(parts);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int p = 0; p < parts; p++) {
        int part = p;
        int from = (int) ((long) rows * p / parts);
        int to = (int) ((long) rows * (p + 1) / parts);
        running.add(pool.submit(() -> work.run(part, from, to)));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException mistake) {
        throw mistake;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      pool.shutdownNow();
    }
  }
}
