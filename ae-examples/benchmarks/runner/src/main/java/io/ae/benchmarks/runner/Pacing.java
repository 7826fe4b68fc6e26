package io.ae.benchmarks.runner;

/**
 * How much time is spent on what.
 *
 * @param cores the threads that "all cores" means
 * @param rounds how often every system is measured
 * @param roundSeconds a system's time in a round
 * @param trialSeconds a part of the warm-up of a setting's trial, and a turn of the trial itself
 * @param restMillis pause before each measurement, so that spinning pools fall asleep
 * @param quick whether only the setting on all cores is tried, after a short warm-up
 * @param neighbour whether steps are timed beside a busy process too
 */
record Pacing(
    int cores,
    int rounds,
    double roundSeconds,
    double trialSeconds,
    long restMillis,
    boolean quick,
    boolean neighbour) {
  private static final double PEER_SECONDS = 10;

  /** Waits until pools have stopped spinning. */
  void rest() {
    try {
      Thread.sleep(restMillis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Returns how many units of so many ns are measured where time is short: at most so many. */
  int count(int most, double nanos) {
    return (int) Math.max(1, Math.min(most, PEER_SECONDS * 1e9 / nanos));
  }
}
