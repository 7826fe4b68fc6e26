package io.ae.benchmarks.runner;

import io.ae.benchmarks.common.WorkItems;
import io.ae.benchmarks.runner.process.Worker;
import io.ae.benchmarks.runner.process.WorkerFailure;
import io.ae.benchmarks.runner.report.Figure;
import io.ae.benchmarks.runner.report.Table;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Whether a step ever waits for its rows: MNIST from gzip through our own reader. */
final class ReadingProof implements Proof {
  private static final int ROWS = 60_000;
  private static final int EPOCHS = 3;
  private static final double FIRST_STEP_SECONDS = 1;
  private static final double STALL = .02;

  private final Ours ours;
  private final Progress progress;
  private final Table table =
      new Table(
          "Reading",
          "From the first look at the gzipped file to the end of the first step, in a process"
              + " whose natives are loaded (held: under 1 s); then three epochs: time that steps"
              + " waited for their rows ÷ all time (held: under 2 %).",
          List.of("item", "steps", "first step, s", "waited, ms", "all, ms", "stall", "held"));

  ReadingProof(Ours ours, Progress progress) {
    this.ours = ours;
    this.progress = progress;
  }

  @Override
  public Table run() throws IOException {
    for (String item : List.of("deep2d", "hinton")) {
      progress.say("reading: %s", item);
      Proof.row(table, item, () -> measure(item));
    }
    return table;
  }

  private void measure(String item) throws IOException, WorkerFailure {
    int steps = EPOCHS * (ROWS / WorkItems.of(item).batch());
    try (Worker worker = ours.start(item, Map.of())) {
      long[] nanos = worker.reading(steps);
      double first = nanos[0] / 1e9;
      double stall = (double) nanos[1] / nanos[2];
      table.add(
          List.of(
              item,
              Integer.toString(steps),
              Figure.of(first),
              Figure.millis(nanos[1]),
              Figure.millis(nanos[2]),
              Figure.percent(stall),
              first < FIRST_STEP_SECONDS && stall < STALL ? "held" : "missed"));
    }
  }
}
