package io.ae.benchmarks.common;

import java.util.Arrays;

/** What is measured over the steps of an exercise, as lines of the worker's protocol. */
final class Measurement {
  private final Exercise exercise;

  Measurement(Exercise exercise) {
    this.exercise = exercise;
  }

  /** The sum of the steps' own times: the rows of the next step are made between them. */
  String steps(int n) {
    long nanos = 0;
    for (int i = 0; i < n; i++) {
      exercise.prepare();
      long start = System.nanoTime();
      exercise.run();
      nanos += System.nanoTime() - start;
    }
    return "steps " + n + " " + nanos + " " + exercise.loss();
  }

  String each(int n) {
    long[] nanos = new long[n];
    for (int i = 0; i < n; i++) {
      exercise.prepare();
      long start = System.nanoTime();
      exercise.run();
      nanos[i] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    return "each "
        + percentile(nanos, 50)
        + " "
        + percentile(nanos, 90)
        + " "
        + percentile(nanos, 99)
        + " "
        + nanos[n - 1];
  }

  /** The smallest value that is not below p percent of all (nearest rank). */
  private static long percentile(long[] sorted, int p) {
    return sorted[(int) Math.max(0, Math.ceil(sorted.length * p / 100.0) - 1)];
  }

  String heap(int n) {
    HeapAllocation allocation = new HeapAllocation();
    exercise.step();
    long own = allocation.own();
    long before = allocation.bytes();
    for (int i = 0; i < n; i++) {
      exercise.step();
    }
    long bytes = Math.max(0, allocation.bytes() - before - own);
    return "heap " + (double) bytes / n;
  }

  String sizes(int from, int to) {
    exercise.prepare();
    for (int n = from; n <= to; n++) {
      exercise.run(n);
    }
    return "sizes " + (to - from + 1);
  }
}
