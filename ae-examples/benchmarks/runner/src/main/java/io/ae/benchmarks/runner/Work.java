package io.ae.benchmarks.runner;

import io.ae.benchmarks.common.WorkItem;
import io.ae.benchmarks.runner.machine.Speed;
import io.ae.benchmarks.runner.process.Worker;
import io.ae.benchmarks.runner.process.WorkerFailure;
import java.nio.file.Path;

/**
 * What one unit of an item's work is and how it is timed: a training step; for {@code one} the
 * encoding of one image (its median counts); for {@code encode} a file from end to end.
 *
 * @param item the item
 * @param images the file that {@code encode} reads
 * @param codes the file that it writes
 */
record Work(WorkItem item, Path images, Path codes) {
  private static final int FILE_ROWS = 60_000;

  /** Times of a unit in ns; the 99th percentile is NaN where units are not timed one by one. */
  record Timing(double nanos, double p99) {}

  boolean isFile() {
    return item.id().equals("encode");
  }

  boolean isLatency() {
    return item.id().startsWith("one-");
  }

  /** Returns the rows of a unit. */
  int rows() {
    return isFile() ? FILE_ROWS : item.batch();
  }

  /** Returns the floating-point operations of a unit. */
  double flops() {
    return item.flops() / item.batch() * rows();
  }

  /**
   * Returns the least time of a unit: operations at the machine's peak plus the update's bytes at
   * its bandwidth; for a single image the time to stream the weights.
   */
  double floorNanos(Speed speed) {
    return isLatency()
        ? speed.nanos(0, item.weightBytes())
        : speed.nanos(flops(), item.updateBytes());
  }

  /** Runs n units. */
  Timing time(Worker worker, int n) throws WorkerFailure {
    if (isFile()) {
      long nanos = 0;
      for (int i = 0; i < n; i++) {
        nanos += worker.encode(images, codes);
      }
      return new Timing((double) nanos / n, Double.NaN);
    }
    if (isLatency()) {
      Worker.Latency latency = worker.each(n);
      return new Timing(latency.p50(), latency.p99());
    }
    return new Timing((double) worker.steps(n).nanos() / n, Double.NaN);
  }

  /**
   * Runs units for at least so long, twice as many each time, and returns the last time of one:
   * what a process does first is slower.
   */
  double warm(Worker worker, double seconds) throws WorkerFailure {
    long end = System.nanoTime() + (long) (seconds * 1e9);
    int n = 1;
    double nanos = time(worker, n).nanos();
    while (System.nanoTime() < end) {
      double left = end - System.nanoTime();
      n = (int) Math.max(1, Math.min(2 * n, left / nanos));
      nanos = time(worker, n).nanos();
    }
    return nanos;
  }
}
