package io.ae.benchmarks.runner;

import io.ae.benchmarks.runner.machine.Speed;
import io.ae.benchmarks.runner.process.Worker;
import io.ae.benchmarks.runner.report.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run as a tree of maps, lists and numbers, for {@code benchmark.json}. */
final class JsonReport {
  private JsonReport() {}

  static Map<String, Object> of(String machine, List<ItemResult> items, List<Table> proofs) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("machine", machine);
    root.put("items", items.stream().map(JsonReport::item).toList());
    root.put("tables", proofs.stream().map(JsonReport::table).toList());
    return root;
  }

  private static Map<String, Object> item(ItemResult item) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("item", item.work.item().id());
    tree.put("batch", item.work.item().batch());
    tree.put("rowsOfUnit", item.work.rows());
    tree.put("flopsOfUnit", item.work.flops());
    tree.put("updateBytes", item.work.item().updateBytes());
    Speed speed = item.speed();
    tree.put("gemmGflops", speed.gflops());
    tree.put("bandwidthGigabytes", speed.gigabytes());
    tree.put("floorNanos", item.floorNanos());
    tree.put("held", item.verdict().held());
    tree.put("verdict", item.verdict().text());
    tree.put("systems", item.systems.stream().map(s -> system(item, s)).toList());
    return tree;
  }

  private static Map<String, Object> system(ItemResult item, SystemResult row) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("system", row.entry.name());
    tree.put("trials", row.trials);
    if (!row.ran()) {
      tree.put("failure", String.valueOf(row.failure));
      return tree;
    }
    tree.put("setting", String.valueOf(row.candidate));
    tree.put("nanos", row.nanos());
    tree.put("roundNanos", row.roundNanos);
    tree.put("samplesPerSecond", item.work.rows() / row.nanos() * 1e9);
    tree.put("gflops", item.work.flops() / row.nanos());
    tree.put("timesFloor", item.share(row));
    item.ours().ifPresent(o -> tree.put("timesOurs", ItemResult.ratio(o, row)));
    tree.put("peakRssKib", row.peakKib);
    tree.put("firstStepMillis", row.readyMillis);
    tree.put("nativeBytes", row.entry.module().nativeBytes());
    tree.put("loss", row.loss);
    tree.put("lossSteps", row.lossSteps);
    tree.put("heapBytes", row.heapBytes);
    if (item.work.isLatency()) {
      tree.put("p99Nanos", Stats.median(row.roundP99));
    }
    latency(tree, "quiet", row.quiet);
    latency(tree, "besideBusyProcess", row.busy);
    return tree;
  }

  private static void latency(
      Map<String, Object> tree, String name, Worker.@Nullable Latency latency) {
    if (latency != null) {
      tree.put(name, latency);
    }
  }

  private static Map<String, Object> table(Table table) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("title", table.title());
    tree.put("rows", table.records());
    return tree;
  }
}
