package io.ae.benchmarks.runner;

import io.ae.benchmarks.common.Family;
import io.ae.benchmarks.runner.report.Figure;
import io.ae.benchmarks.runner.report.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An item's table: one row a system. */
final class SpeedTable {
  /** Rounding alone lets equal arithmetic drift so far apart within some hundred steps. */
  private static final double TOLERANCE = .01;

  /** Where each system draws its own masks or noise. */
  private static final double DRAWN_TOLERANCE = .05;

  private static final List<String> COLUMNS =
      List.of(
          "system",
          "best setting",
          "samples/s",
          "ms",
          "p99, ms",
          "its time ÷ ours",
          "best peer's ÷ its",
          "GF/s",
          "÷ floor",
          "peak RSS, MiB",
          "JVM start to first step, s",
          "natives, MB",
          "loss",
          "to ours");

  private SpeedTable() {}

  static Table of(ItemResult item) {
    Work work = item.work;
    String note =
        String.format(
            Locale.ROOT,
            "Median of %d rounds. Floor %s ms: %s GF at %s GF/s, %s MB at %s GB/s.%s",
            item.speeds.size(),
            Figure.millis(item.floorNanos()),
            Figure.of(work.isLatency() ? 0 : work.flops() / 1e9),
            Figure.of(item.speed().gflops()),
            Figure.of(
                (work.isLatency() ? work.item().weightBytes() : work.item().updateBytes()) / 1e6),
            Figure.of(item.speed().gigabytes()),
            lossNote(item));
    Table table = new Table(title(work), note, COLUMNS);
    item.systems.forEach(row -> table.add(row(item, row)));
    return table;
  }

  private static String title(Work work) {
    String unit =
        work.isFile()
            ? "60,000 images, file to file"
            : work.isLatency() ? "one image, p50" : "step";
    return work.item().id() + " (" + unit + ", batch " + work.item().batch() + ")";
  }

  private static String lossNote(ItemResult item) {
    String what = item.work.item().encodes() ? "mean square of the codes" : "loss";
    return item.ours()
        .map(o -> " Compared after " + o.lossSteps + " steps: " + what + ".")
        .orElse("");
  }

  private static List<String> row(ItemResult item, SystemResult row) {
    if (!row.ran()) {
      return failed(row);
    }
    Optional<SystemResult> ours = item.ours();
    Optional<SystemResult> best = item.bestPeer();
    Work work = item.work;
    return List.of(
        row.entry.name(),
        String.valueOf(row.candidate),
        Figure.of(work.rows() / row.nanos() * 1e9),
        Figure.millis(row.nanos()),
        Figure.millis(Stats.median(row.roundP99)),
        Figure.of(ours.map(o -> ItemResult.ratio(o, row)).orElse(Double.NaN)),
        Figure.of(best.map(b -> ItemResult.ratio(row, b)).orElse(Double.NaN)),
        Figure.of(work.flops() / row.nanos()),
        Figure.of(item.share(row)),
        row.peakKib < 0 ? "–" : Figure.mebibytes(row.peakKib),
        Figure.of(row.readyMillis / 1e3),
        Figure.of(row.entry.module().nativeBytes() / 1e6),
        Figure.loss(row.loss),
        difference(work, row, ours));
  }

  private static String difference(Work work, SystemResult row, Optional<SystemResult> ours) {
    if (ours.isEmpty() || ours.get().lossSteps != row.lossSteps) {
      return "–";
    }
    double difference = row.loss / ours.get().loss - 1;
    return Figure.percent(difference) + (agrees(work, difference) ? "" : " **differs**");
  }

  /** Returns whether a system did the same work as ours: its loss is where ours is. */
  static boolean agrees(Work work, double difference) {
    Family family = work.item().family();
    boolean drawn = family == Family.DENOISING || family == Family.VARIATIONAL;
    return Math.abs(difference) <= (drawn ? DRAWN_TOLERANCE : TOLERANCE);
  }

  private static List<String> failed(SystemResult row) {
    List<String> cells = new ArrayList<>(Collections.nCopies(COLUMNS.size(), "–"));
    cells.set(0, row.entry.name());
    cells.set(1, String.valueOf(row.failure));
    return cells;
  }
}
