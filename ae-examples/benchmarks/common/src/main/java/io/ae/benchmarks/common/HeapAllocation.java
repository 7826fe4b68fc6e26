package io.ae.benchmarks.common;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** The heap bytes that all live threads have allocated so far. */
final class HeapAllocation {
  private static final int TRIALS = 20;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Returns the sum; a thread that has ended is no longer in it. */
  long bytes() {
    long sum = 0;
    for (long each : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) {
      sum += Math.max(0, each);
    }
    return sum;
  }

  /** Returns what asking once allocates itself. */
  long own() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < TRIALS; i++) {
      long before = bytes();
      least = Math.min(least, bytes() - before);
    }
    return least;
  }
}
