package io.ae.benchmarks.runner;

import io.ae.benchmarks.runner.process.Candidate;
import io.ae.benchmarks.runner.process.Worker;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was measured of one row of an item's table; filled as the run goes on. */
final class SystemResult {
  final Entry entry;

  /** Why there are no figures, or null. */
  @Nullable String failure;

  @Nullable Candidate candidate;
  Map<String, String> trials = new LinkedHashMap<>();
  final List<Double> roundNanos = new ArrayList<>();
  final List<Double> roundP99 = new ArrayList<>();

  /** Steps before {@link #loss} was taken, the very first included. */
  int lossSteps;

  double loss = Double.NaN;
  long readyMillis;

  /** Peak resident memory, or −1 where the system does not tell it. */
  long peakKib = -1;

  double heapBytes = Double.NaN;
  Worker.@Nullable Latency quiet;
  Worker.@Nullable Latency busy;

  SystemResult(Entry entry) {
    this.entry = entry;
  }

  /** Returns whether there are figures to compare. */
  boolean ran() {
    return failure == null && !roundNanos.isEmpty();
  }

  /** Returns the median of the rounds' times of a unit in ns. */
  double nanos() {
    return Stats.median(roundNanos);
  }
}
