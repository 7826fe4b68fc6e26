package io.ae.benchmarks.runner;

import io.ae.benchmarks.common.Reading;
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
          "From the first look at the gzipped file to the end of the first step, the model's"
              + " compilation included, in a process whose natives are loaded (held: under 1 s)."
              + " Then three epochs: time that steps waited for rows to be read ÷ all time (held:"
              + " under 2 %), with rows in memory and with rows unpacked anew in each epoch; of"
              + " what is unpacked each time, as many rows as are held for shuffling are read"
              + " before the first step.",
          List.of(
              "item", "rows", "steps", "first step, s", "waited, ms", "all, ms", "stall", "held"));

  ReadingProof(Ours ours, Progress progress) {
    this.ours = ours;
    this.progress = progress;
  }

  @Override
  public Table run() throws IOException {
    for (String item : List.of("deep2d", "hinton")) {
      for (String rows : List.of("memory", "streamed")) {
        progress.say("reading: %s, %s", item, rows);
        Proof.row(table, item, () -> measure(item, rows));
      }
    }
    return table;
  }

  private void measure(String item, String rows) throws IOException, WorkerFailure {
    int batch = WorkItems.of(item).batch();
    int steps = EPOCHS * ((ROWS + batch - 1) / batch);
    try (Worker worker = ours.start(item, Map.of("rows", rows))) {
      Reading r = worker.reading(EPOCHS);
      double first = r.firstStepNanos() / 1e9;
      double stall = (double) r.stallNanos() / r.totalNanos();
      boolean started = first < FIRST_STEP_SECONDS || rows.equals("streamed");
      table.add(
          List.of(
              item,
              rows,
              Integer.toString(steps),
              Figure.of(first),
              Figure.millis(r.stallNanos()),
              Figure.millis(r.totalNanos()),
              Figure.percent(stall),
              started && stall < STALL ? "held" : "missed"));
    }
  }
}
