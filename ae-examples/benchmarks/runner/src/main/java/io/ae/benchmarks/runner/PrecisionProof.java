package io.ae.benchmarks.runner;

import io.ae.benchmarks.common.WorkItems;
import io.ae.benchmarks.runner.process.Worker;
import io.ae.benchmarks.runner.process.WorkerFailure;
import io.ae.benchmarks.runner.report.Figure;
import io.ae.benchmarks.runner.report.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * bfloat16 beside float32: the same epochs in turns of some steps, and the test error after them.
 */
final class PrecisionProof implements Proof {
  private static final int ROWS = 60_000;
  private static final int EPOCHS = 5;

  /** Turns of each, the last half of which is timed: before, methods are being compiled. */
  private static final int TURNS = 30;

  private static final double FASTER = 1.4;
  private static final double ERROR = .02;

  private final Ours ours;
  private final Progress progress;
  private final Table table =
      new Table(
          "bfloat16",
          "Five epochs of MNIST from the same weights, both on all cores and in turns of some"
              + " steps: medians of the last half of the turns, and of their own ratios. Held:"
              + " bfloat16 at least 1.4 times as fast, its test error within 2 % of float32's.",
          List.of(
              "item",
              "float32, ms",
              "bfloat16, ms",
              "times as fast",
              "float32's test error",
              "bfloat16's",
              "difference",
              "held"));

  PrecisionProof(Ours ours, Progress progress) {
    this.ours = ours;
    this.progress = progress;
  }

  @Override
  public Table run() throws IOException {
    for (String item : List.of("deep2d", "hinton")) {
      progress.say("bfloat16: %s", item);
      Proof.row(table, item, () -> measure(item));
    }
    return table;
  }

  private void measure(String item) throws IOException, WorkerFailure {
    try (Worker full = ours.start(item, Map.of("precision", "float32"));
        Worker half = ours.start(item, Map.of("precision", "bfloat16"))) {
      int steps = EPOCHS * (ROWS / WorkItems.of(item).batch()) / TURNS;
      List<Double> fullNanos = new ArrayList<>();
      List<Double> halfNanos = new ArrayList<>();
      for (int turn = 0; turn < TURNS; turn++) {
        fullNanos.add(nanos(full, steps));
        halfNanos.add(nanos(half, steps));
      }
      add(item, lastHalf(fullNanos), lastHalf(halfNanos), full.test(), half.test());
    }
  }

  private void add(
      String item, List<Double> full, List<Double> half, double fullError, double halfError) {
    double faster = Stats.pairedRatio(full, half);
    double difference = halfError / fullError - 1;
    table.add(
        List.of(
            item,
            Figure.millis(Stats.median(full)),
            Figure.millis(Stats.median(half)),
            Figure.of(faster),
            Figure.loss(fullError),
            Figure.loss(halfError),
            Figure.percent(difference),
            faster >= FASTER && Math.abs(difference) <= ERROR ? "held" : "missed"));
  }

  private static double nanos(Worker worker, int steps) throws WorkerFailure {
    return (double) worker.steps(steps).nanos() / steps;
  }

  private static List<Double> lastHalf(List<Double> turns) {
    return turns.subList(turns.size() / 2, turns.size());
  }
}
