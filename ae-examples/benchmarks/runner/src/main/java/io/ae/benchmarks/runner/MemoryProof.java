package io.ae.benchmarks.runner;

import io.ae.benchmarks.runner.process.Worker;
import io.ae.benchmarks.runner.process.WorkerFailure;
import io.ae.benchmarks.runner.report.Figure;
import io.ae.benchmarks.runner.report.Table;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Native memory over very many steps, and over very many batch sizes. */
final class MemoryProof implements Proof {
  private static final int SIZES = 1000;
  private static final int CHUNK = 1000;
  private static final int TENTHS = 10;

  /** What the JIT compiler and the collector's own tables may still add. */
  private static final long LIMIT_KIB = 8192;

  private final Ours ours;
  private final List<String> items;
  private final int steps;
  private final Progress progress;
  private final Table table =
      new Table(
          "Native memory over time",
          "Resident memory of our process without the Java heap. Steps: after a tenth of them and"
              + " after all. Sizes: a step with 1, 2, … 1,000 rows, before and after; the largest"
              + " has been seen before. Flat: at most 8 MiB more.",
          List.of("item", "what", "before, MiB", "after, MiB", "growth, MiB", "held"));

  MemoryProof(Ours ours, List<String> items, int steps, Progress progress) {
    this.ours = ours;
    this.items = items;
    this.steps = steps;
    this.progress = progress;
  }

  @Override
  public Table run() throws IOException {
    for (String item : items) {
      progress.say("memory: %s, %d steps", item, steps);
      Proof.row(table, item, () -> steps(item));
    }
    for (String item : List.of("deep2d", "encode")) {
      progress.say("memory: %s, %d batch sizes", item, SIZES);
      Proof.row(table, item, () -> sizes(item));
    }
    return table;
  }

  private void steps(String item) throws IOException, WorkerFailure {
    try (Worker worker = ours.start(item, Map.of())) {
      int early = steps / TENTHS;
      repeat(worker, early);
      long before = worker.nativeKib();
      repeat(worker, steps - early);
      add(item, steps + " steps", before, worker.nativeKib());
    }
  }

  /** In pieces, each of which answers in time. */
  private static void repeat(Worker worker, int steps) throws WorkerFailure {
    for (int done = 0; done < steps; done += CHUNK) {
      worker.steps(Math.min(CHUNK, steps - done));
    }
  }

  private void sizes(String item) throws IOException, WorkerFailure {
    try (Worker worker = ours.start(item, Map.of("batch", Integer.toString(SIZES)))) {
      worker.steps(CHUNK / TENTHS);
      long before = worker.nativeKib();
      worker.sizes(1, SIZES);
      add(item, SIZES + " batch sizes", before, worker.nativeKib());
    }
  }

  private void add(String item, String what, long before, long after) {
    table.add(
        List.of(
            item,
            what,
            Figure.mebibytes(before),
            Figure.mebibytes(after),
            Figure.mebibytes(after - before),
            after - before <= LIMIT_KIB ? "held" : "missed"));
  }
}
