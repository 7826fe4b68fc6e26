package io.ae.benchmarks.runner.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One thread a core, all at the same work. */
final class AllCores implements AutoCloseable {
  private final int cores;
  private final ExecutorService threads;

  AllCores(int cores) {
    this.cores = cores;
    this.threads = Executors.newFixedThreadPool(cores);
  }

  int cores() {
    return cores;
  }

  /** Runs each core's share at the same time and returns the ns from first begin to last end. */
  long nanos(List<? extends Runnable> shares) throws InterruptedException {
    CyclicBarrier start = new CyclicBarrier(cores);
    List<Future<long[]>> ends = new ArrayList<>();
    for (Runnable share : shares) {
      ends.add(threads.submit(() -> timed(start, share)));
    }
    long begin = Long.MAX_VALUE;
    long end = Long.MIN_VALUE;
    try {
      for (Future<long[]> each : ends) {
        begin = Math.min(begin, each.get()[0]);
        end = Math.max(end, each.get()[1]);
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a core's share of the probe failed", e.getCause());
    }
    return end - begin;
  }

  private static long[] timed(CyclicBarrier start, Runnable share)
      throws InterruptedException, BrokenBarrierException {
    start.await();
    long begin = System.nanoTime();
    share.run();
    return new long[] {begin, System.nanoTime()};
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
