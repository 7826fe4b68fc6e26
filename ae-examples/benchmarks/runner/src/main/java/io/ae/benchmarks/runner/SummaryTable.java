package io.ae.benchmarks.runner;

import io.ae.benchmarks.runner.report.Figure;
import io.ae.benchmarks.runner.report.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One row an item: ours, the best peer, the floor, and whether the bar is held. */
final class SummaryTable {
  private SummaryTable() {}

  static Table of(List<ItemResult> items) {
    Table table =
        new Table(
            "Bars",
            "An item holds when it reaches its ratio (time of the best peer ÷ ours); where the"
                + " floor itself forbids the ratio, when ours ÷ floor is within its share. Floor:"
                + " operations ÷ GEMM peak + bytes of the update ÷ bandwidth, all cores, measured"
                + " in the same rounds. RSS is held when ours is no larger than the smallest"
                + " peer's.",
            List.of(
                "item",
                "ours, ms",
                "best peer",
                "its ms",
                "ratio",
                "ratio's bar",
                "floor, ms",
                "ours ÷ floor",
                "share's bar",
                "verdict",
                "RSS"));
    items.forEach(item -> table.add(row(item)));
    return table;
  }

  private static List<String> row(ItemResult item) {
    Optional<SystemResult> ours = item.ours();
    Optional<SystemResult> best = item.bestPeer();
    Bar bar = Bar.of(item.work.item().id());
    double ratio =
        ours.isPresent() && best.isPresent()
            ? ItemResult.ratio(ours.get(), best.get())
            : Double.NaN;
    return List.of(
        item.work.item().id(),
        Figure.millis(ours.map(SystemResult::nanos).orElse(Double.NaN)),
        best.map(b -> b.entry.name()).orElse("none"),
        Figure.millis(best.map(SystemResult::nanos).orElse(Double.NaN)),
        Figure.of(ratio),
        "≥ " + Figure.of(bar.ratio()),
        Figure.millis(item.floorNanos()),
        Figure.of(ours.map(item::share).orElse(Double.NaN)),
        "≤ " + Figure.of(bar.share()),
        item.verdict().text(),
        memory(item));
  }

  private static String memory(ItemResult item) {
    Optional<SystemResult> smallest =
        item.peers().stream().min(Comparator.comparingLong(p -> p.peakKib));
    if (item.ours().isEmpty()
        || smallest.isEmpty()
        || Math.min(item.ours().get().peakKib, smallest.get().peakKib) < 0) {
      return "not judged";
    }
    boolean held = item.ours().get().peakKib <= smallest.get().peakKib;
    return held ? "held" : "missed: " + smallest.get().entry.name() + " is smaller";
  }
}
