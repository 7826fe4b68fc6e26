package io.ae.benchmarks.runner;

import io.ae.benchmarks.runner.process.Candidate;
import io.ae.benchmarks.runner.process.Launcher;
import io.ae.benchmarks.runner.process.Worker;
import io.ae.benchmarks.runner.process.WorkerFailure;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds a system's best setting for an item: a short trial of each, each in a fresh process. */
final class Trials {
  /** A trial's best part counts: a short disturbance must not turn the choice. */
  private static final int REPEATS = 3;

  private final Launcher launcher;
  private final double seconds;
  private final Progress progress;

  Trials(Launcher launcher, double seconds, Progress progress) {
    this.launcher = launcher;
    this.seconds = seconds;
    this.progress = progress;
  }

  /**
   * What was chosen.
   *
   * @param nanos the unit's time in its trial
   * @param trials each setting's time in ms, or why it has none
   */
  record Choice(Candidate candidate, double nanos, Map<String, String> trials) {}

  /**
   * Tries all and returns the fastest.
   *
   * @throws WorkerFailure the first one's, if none ran
   */
  Choice best(Entry entry, Work work, List<Candidate> candidates)
      throws WorkerFailure, IOException {
    Map<String, String> trials = new LinkedHashMap<>();
    @Nullable Candidate best = null;
    double least = Double.POSITIVE_INFINITY;
    @Nullable WorkerFailure failure = null;
    for (Candidate candidate : candidates) {
      try (Worker worker = launcher.worker(entry.module(), candidate, work.item().id())) {
        work.warm(worker, seconds);
        double nanos = Double.POSITIVE_INFINITY;
        for (int i = 0; i < REPEATS; i++) {
          nanos = Math.min(nanos, work.warm(worker, seconds / REPEATS));
        }
        trials.put(candidate.toString(), "%.4g ms".formatted(nanos / 1e6));
        progress.say("  %s, %s: %.4g ms", entry.name(), candidate, nanos / 1e6);
        if (nanos < least) {
          least = nanos;
          best = candidate;
        }
      } catch (WorkerFailure e) {
        trials.put(candidate.toString(), e.reason());
        progress.say("  %s, %s: %s", entry.name(), candidate, e.reason());
        failure = failure == null ? e : failure;
      }
    }
    if (best == null) {
      throw Objects.requireNonNull(failure, "no setting to try");
    }
    return new Choice(best, least, trials);
  }
}
