package io.ae.benchmarks.runner;

import io.ae.benchmarks.runner.process.Candidate;
import io.ae.benchmarks.runner.process.Child;
import io.ae.benchmarks.runner.process.Launcher;
import io.ae.benchmarks.runner.process.SpeedSource;
import io.ae.benchmarks.runner.process.Worker;
import io.ae.benchmarks.runner.process.WorkerFailure;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures one item: finds each system's best setting, then keeps one process of each alive and
 * goes round them, the machine's own probe among them.
 */
final class ItemRun {
  private static final double WARM_UP_SECONDS = 3;
  private static final double LOSS_SECONDS = 8;
  private static final int[] LOSS_STEPS = {500, 200, 100, 50, 20};
  private static final int HEAP_STEPS = 200;
  private static final int NEIGHBOUR_STEPS = 1000;

  private final Pacing pacing;
  private final Launcher launcher;
  private final SpeedSource machine;
  private final Progress progress;
  private final Map<SystemResult, Live> live = new LinkedHashMap<>();

  /** A system's process between its measurements, and about how long a unit takes it. */
  private record Live(Worker worker, double nanos) {}

  ItemRun(Pacing pacing, Launcher launcher, SpeedSource machine, Progress progress) {
    this.pacing = pacing;
    this.launcher = launcher;
    this.machine = machine;
    this.progress = progress;
  }

  ItemResult run(Work work, List<Entry> entries) throws IOException, WorkerFailure {
    ItemResult result = new ItemResult(work);
    Map<SystemResult, Trials.Choice> choices = choose(work, entries, result);
    try {
      int steps = lossSteps(work, choices);
      for (Map.Entry<SystemResult, Trials.Choice> each : choices.entrySet()) {
        start(work, each.getKey(), each.getValue().candidate(), steps);
      }
      for (int round = 0; round < pacing.rounds(); round++) {
        round(work, result);
      }
      live.forEach((row, process) -> after(work, row, process));
      if (pacing.neighbour() && !work.item().encodes()) {
        for (Map.Entry<SystemResult, Live> each : live.entrySet()) {
          besideNeighbour(each.getKey(), each.getValue());
        }
      }
    } finally {
      live.values().forEach(process -> process.worker().close());
      live.clear();
    }
    return result;
  }

  private Map<SystemResult, Trials.Choice> choose(Work work, List<Entry> entries, ItemResult result)
      throws IOException {
    Map<SystemResult, Trials.Choice> choices = new LinkedHashMap<>();
    for (Entry entry : entries) {
      SystemResult row = new SystemResult(entry);
      result.systems.add(row);
      List<Candidate> candidates = entry.candidates(pacing.cores());
      if (pacing.quick()) {
        candidates = candidates.subList(candidates.size() - 1, candidates.size());
      }
      try (Trials trials = new Trials(launcher, pacing, progress)) {
        Trials.Choice choice = trials.best(entry, work, candidates);
        row.trials = choice.trials();
        row.candidate = choice.candidate();
        choices.put(row, choice);
      } catch (WorkerFailure e) {
        row.failure = e.reason();
      }
    }
    return choices;
  }

  /** As many steps as the slowest system makes in a few seconds, the same for all. */
  private static int lossSteps(Work work, Map<SystemResult, Trials.Choice> choices) {
    int least = LOSS_STEPS[LOSS_STEPS.length - 1];
    if (work.item().encodes()) {
      return least;
    }
    double slowest = choices.values().stream().mapToDouble(Trials.Choice::nanos).max().orElse(1e9);
    for (int steps : LOSS_STEPS) {
      if (steps * slowest <= LOSS_SECONDS * 1e9) {
        return steps;
      }
    }
    return least;
  }

  private void start(Work work, SystemResult row, Candidate candidate, int steps)
      throws IOException {
    try {
      Worker worker = launcher.worker(row.entry.module(), candidate, work.item().id());
      // Alive from here on: closed with the others, whatever comes.
      live.put(row, new Live(worker, 0));
      row.readyMillis = worker.readyMillis();
      row.loss = worker.steps(steps).loss();
      row.lossSteps = steps + 1;
      live.put(row, new Live(worker, work.warm(worker, pacing.quick() ? 1 : WARM_UP_SECONDS)));
    } catch (WorkerFailure e) {
      fail(row, e);
    }
  }

  private void round(Work work, ItemResult result) throws WorkerFailure {
    for (Map.Entry<SystemResult, Live> each : new LinkedHashMap<>(live).entrySet()) {
      SystemResult row = each.getKey();
      Live process = each.getValue();
      int n = (int) Math.max(1, pacing.roundSeconds() * 1e9 / process.nanos());
      try {
        pacing.rest();
        Work.Timing timing = work.time(process.worker(), n);
        row.roundNanos.add(timing.nanos());
        row.roundP99.add(timing.p99());
      } catch (WorkerFailure e) {
        fail(row, e);
      }
    }
    pacing.rest();
    result.speeds.add(machine.measure());
  }

  /** What is asked once, after the rounds: without it there are still figures. */
  private void after(Work work, SystemResult row, Live process) {
    progress.say(
        "%s, %s: %.4g ms, loss %.6g after %d steps",
        work.item().id(), row.entry.name(), row.nanos() / 1e6, row.loss, row.lossSteps);
    try {
      double step = process.nanos() / work.rows() * work.item().batch();
      row.heapBytes = process.worker().heap(pacing.count(HEAP_STEPS, step));
      row.peakKib = process.worker().rss().peak();
    } catch (WorkerFailure e) {
      progress.say("  %s, heap and memory: %s", row.entry.name(), e.reason());
    }
  }

  /** The same steps on a quiet machine and beside a process that keeps one core busy. */
  private void besideNeighbour(SystemResult row, Live process) throws IOException {
    int n = row.entry.isPeer() ? pacing.count(NEIGHBOUR_STEPS, process.nanos()) : NEIGHBOUR_STEPS;
    try {
      pacing.rest();
      row.quiet = process.worker().each(n);
      Child neighbour = launcher.neighbour();
      try {
        row.busy = process.worker().each(n);
      } finally {
        neighbour.close();
      }
      progress.say(
          "  %s beside a busy process: %s, quiet %s", row.entry.name(), row.busy, row.quiet);
    } catch (WorkerFailure e) {
      progress.say("  %s beside a busy process: %s", row.entry.name(), e.reason());
    }
  }

  private void fail(SystemResult row, WorkerFailure failure) {
    row.failure = failure.reason();
    progress.say("  %s: %s", row.entry.name(), failure.reason());
    Live process = live.remove(row);
    if (process != null) {
      process.worker().close();
    }
  }
}
