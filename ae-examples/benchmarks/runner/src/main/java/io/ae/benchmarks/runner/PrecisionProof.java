package io.ae.benchmarks.runner;

import io.ae.benchmarks.common.WorkItems;
import io.ae.benchmarks.runner.process.Worker;
import io.ae.benchmarks.runner.process.WorkerFailure;
import io.ae.benchmarks.runner.report.Figure;
import io.ae.benchmarks.runner.report.Table;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** bfloat16 beside float32: time of the same epochs, and the test error after them. */
final class PrecisionProof implements Proof {
  private static final int ROWS = 60_000;
  private static final int EPOCHS = 2;
  private static final double FASTER = 1.4;
  private static final double ERROR = .02;

  private final Ours ours;
  private final Progress progress;
  private final Table table =
      new Table(
          "bfloat16",
          "Two epochs of MNIST from the same weights. Held: bfloat16 at least 1.4 times as fast,"
              + " its test error within 2 % of float32's.",
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

  /** A step's time and the error after the epochs. */
  private record Outcome(double nanos, double error) {}

  @Override
  public Table run() throws IOException {
    for (String item : List.of("deep2d", "hinton")) {
      progress.say("bfloat16: %s", item);
      Proof.row(table, item, () -> measure(item));
    }
    return table;
  }

  private void measure(String item) throws IOException, WorkerFailure {
    Outcome half = train(item, "bfloat16");
    Outcome full = train(item, "float32");
    double faster = full.nanos / half.nanos;
    double difference = half.error / full.error - 1;
    table.add(
        List.of(
            item,
            Figure.millis(full.nanos),
            Figure.millis(half.nanos),
            Figure.of(faster),
            Figure.loss(full.error),
            Figure.loss(half.error),
            Figure.percent(difference),
            faster >= FASTER && Math.abs(difference) <= ERROR ? "held" : "missed"));
  }

  private Outcome train(String item, String precision) throws IOException, WorkerFailure {
    int steps = EPOCHS * (ROWS / WorkItems.of(item).batch());
    try (Worker worker = ours.start(item, Map.of("precision", precision))) {
      Worker.Steps trained = worker.steps(steps - 1);
      return new Outcome((double) trained.nanos() / trained.n(), worker.test());
    }
  }
}
