package io.ae.benchmarks.runner;

import io.ae.benchmarks.runner.process.Worker;
import io.ae.benchmarks.runner.report.Figure;
import io.ae.benchmarks.runner.report.Table;
import java.util.List;

/** What was measured of steps beside their speed: the heap they take, and a busy neighbour. */
final class StepTables {
  private static final double MEDIAN_LIMIT = 2.5;
  private static final double SLOWEST_LIMIT = 10;

  /** The clock's and the protocol's own objects, spread over the steps. */
  private static final double HEAP_LIMIT = 1;

  private StepTables() {}

  /** Returns heap bytes a step, a row for each item and system. */
  static Table heap(List<ItemResult> items) {
    Table table =
        new Table(
            "Heap bytes a step",
            "Allocated by all threads, mean over up to 200 steps; ours holds at 0.",
            List.of("item", "system", "bytes a step", "held"));
    for (ItemResult item : items) {
      for (SystemResult row : item.systems) {
        if (row.ran()) {
          table.add(
              List.of(
                  item.work.item().id(),
                  row.entry.name(),
                  Figure.of(row.heapBytes),
                  judged(row, row.heapBytes < HEAP_LIMIT)));
        }
      }
    }
    return table;
  }

  /** Returns steps beside a busy process, a row for each item and system. */
  static Table neighbour(List<ItemResult> items) {
    Table table =
        new Table(
            "Beside one busy process",
            "A process spins on one core meanwhile. Held: median ÷ quiet median at most 2.5,"
                + " slowest ÷ quiet median at most 10.",
            List.of(
                "item",
                "system",
                "steps",
                "quiet, ms",
                "busy, ms",
                "busy ÷ quiet",
                "slowest, ms",
                "slowest ÷ quiet",
                "held"));
    for (ItemResult item : items) {
      for (SystemResult row : item.systems) {
        if (row.quiet != null && row.busy != null) {
          table.add(neighbour(item, row, row.quiet, row.busy));
        }
      }
    }
    return table;
  }

  private static List<String> neighbour(
      ItemResult item, SystemResult row, Worker.Latency quiet, Worker.Latency busy) {
    double median = (double) busy.p50() / quiet.p50();
    double slowest = (double) busy.max() / quiet.p50();
    return List.of(
        item.work.item().id(),
        row.entry.name(),
        Integer.toString(busy.n()),
        Figure.millis(quiet.p50()),
        Figure.millis(busy.p50()),
        Figure.of(median),
        Figure.millis(busy.max()),
        Figure.of(slowest),
        judged(row, median <= MEDIAN_LIMIT && slowest <= SLOWEST_LIMIT));
  }

  private static String judged(SystemResult row, boolean held) {
    return row.entry.isPeer() ? "–" : held ? "held" : "missed";
  }
}
