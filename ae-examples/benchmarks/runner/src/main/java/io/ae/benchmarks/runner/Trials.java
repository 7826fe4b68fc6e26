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

/**
 * Finds a system's best setting for an item: each has a process of its own, and all of them take
 * turns, so that a slow minute of the machine meets every setting.
 */
final class Trials implements AutoCloseable {
  /** A setting's best turn counts: a short disturbance must not turn the choice. */
  private static final int TURNS = 3;

  /** A process is warm when it has not become faster for so many parts of its warm-up. */
  private static final int STEADY = 2;

  private static final int MOST_PARTS = 10;

  /** What counts as faster. */
  private static final double FASTER = .95;

  private final Launcher launcher;
  private final Pacing pacing;
  private final Progress progress;
  private final Map<Candidate, Worker> alive = new LinkedHashMap<>();
  private final Map<Candidate, Double> nanos = new LinkedHashMap<>();
  private final Map<Candidate, String> failures = new LinkedHashMap<>();
  private @Nullable WorkerFailure failure;

  Trials(Launcher launcher, Pacing pacing, Progress progress) {
    this.launcher = launcher;
    this.pacing = pacing;
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
    for (Candidate candidate : candidates) {
      start(entry, work, candidate);
    }
    for (int turn = 0; turn < TURNS; turn++) {
      List.copyOf(alive.keySet()).forEach(candidate -> turn(work, candidate));
    }
    Map<String, String> trials = new LinkedHashMap<>();
    for (Candidate candidate : candidates) {
      Double least = nanos.get(candidate);
      String found =
          least == null
              ? Objects.requireNonNull(failures.get(candidate))
              : "%.4g ms".formatted(least / 1e6);
      trials.put(candidate.toString(), found);
      progress.say("  %s, %s: %s", entry.name(), candidate, found);
    }
    Map.Entry<Candidate, Double> best =
        nanos.entrySet().stream().min(Map.Entry.comparingByValue()).orElse(null);
    if (best == null) {
      throw Objects.requireNonNull(failure, "no setting to try");
    }
    return new Choice(best.getKey(), best.getValue(), trials);
  }

  private void start(Entry entry, Work work, Candidate candidate) throws IOException {
    try {
      Worker worker = launcher.worker(entry.module(), candidate, work.item().id());
      alive.put(candidate, worker);
      warm(work, worker);
    } catch (WorkerFailure e) {
      fail(candidate, e);
    }
  }

  /** What the JIT compiler has yet to do takes a core and makes one thread look better than two. */
  private void warm(Work work, Worker worker) throws WorkerFailure {
    double least = Double.POSITIVE_INFINITY;
    int steady = 0;
    for (int part = 0; part < MOST_PARTS && steady < STEADY; part++) {
      double time = work.warm(worker, pacing.trialSeconds());
      steady = time < FASTER * least ? 0 : steady + 1;
      least = Math.min(least, time);
    }
  }

  private void turn(Work work, Candidate candidate) {
    pacing.rest();
    try {
      Worker worker = Objects.requireNonNull(alive.get(candidate));
      nanos.merge(candidate, work.warm(worker, pacing.trialSeconds()), Math::min);
    } catch (WorkerFailure e) {
      fail(candidate, e);
    }
  }

  private void fail(Candidate candidate, WorkerFailure e) {
    failure = failure == null ? e : failure;
    failures.put(candidate, e.reason());
    nanos.remove(candidate);
    Worker worker = alive.remove(candidate);
    if (worker != null) {
      worker.close();
    }
  }

  @Override
  public void close() {
    alive.values().forEach(Worker::close);
  }
}
