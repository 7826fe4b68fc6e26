package io.ae.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.ae.core.Ae;
import io.ae.core.Fit;
import io.ae.core.config.Json;
import io.ae.core.config.Overlay;
import io.ae.core.data.AtomicFile;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ae sweep}: many settings, one table. */
@Command(
    name = "sweep",
    description = "Trains with every combination of some values, and compares the test errors.",
    footer = {"", "Example: ae sweep --epochs 5 --vary 'model.code=[2,10,30]' --seeds 3"})
final class SweepCommand implements Runnable {
  @ParentCommand Main main = new Main();
  @Mixin RunOptions options = new RunOptions();

  @Option(
      names = "--vary",
      paramLabel = "PATH=[JSON,…]",
      description = "Values of one key; may be repeated.")
  List<String> vary = List.of();

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "Runs of each combination, with seeds one apart (default: 1).")
  int seeds = 1;

  @Option(names = "--out", paramLabel = "FILE", description = "Write the table, .csv.")
  @Nullable Path out;

  @Override
  public void run() {
    Console console = main.console();
    if (out != null) {
      RowFile.check(out, ".csv");
      OutputPaths.folder(out);
    }
    Variations variations = Variations.parse(vary);
    List<SweepRun> runs = new ArrayList<>();
    try (Ae ae = main.open()) {
      // All settings are read before the first run: a mistake in the last costs no time.
      List<List<Settings>> settings = settings(ae, variations);
      for (int i = 0; i < settings.size(); i++) {
        List<String> combination = variations.combinations().get(i);
        SweepRun run = run(ae, combination, settings.get(i));
        console.note(
            "%s  mse %.5f  squared error %.4f  %.1f s",
            String.join(" ", variations.assignments(combination)),
            run.median("mse"),
            run.median("squaredError"),
            run.median("trainSeconds"));
        runs.add(run);
      }
    }
    tell(console, variations, runs);
    if (out != null) {
      write(out, variations, runs);
    }
  }

  private List<List<Settings>> settings(Ae ae, Variations variations) {
    List<List<Settings>> all = new ArrayList<>();
    for (List<String> combination : variations.combinations()) {
      ObjectNode tree = options.tree(main.options.threads);
      Overlay.apply(tree, variations.assignments(combination));
      long first = Settings.read(tree, ae.plugins()).run().train().seed();
      List<Settings> some = new ArrayList<>();
      for (long seed = first; seed < first + Math.max(1, seeds); seed++) {
        Overlay.apply(tree, List.of("train.seed=" + seed));
        some.add(Settings.read(tree, ae.plugins()));
      }
      all.add(some);
    }
    return all;
  }

  private static SweepRun run(Ae ae, List<String> combination, List<Settings> settings) {
    List<Long> seeds = new ArrayList<>();
    List<Map<String, Double>> metrics = new ArrayList<>();
    for (Settings one : settings) {
      Fit fit = new TrainJob(ae, one).run();
      seeds.add(one.run().train().seed());
      metrics.add(fit.metrics());
      fit.model().close();
    }
    return new SweepRun(combination, seeds, metrics);
  }

  private void tell(Console console, Variations variations, List<SweepRun> runs) {
    console.line("");
    console.line(
        "%-10s %-10s %-10s %-12s %s", "mse", "least", "most", "parameters", "settings, best first");
    ObjectNode result = Json.object();
    ArrayNode list = result.putArray("runs");
    runs.stream()
        .sorted(Comparator.comparingDouble(run -> run.median("mse")))
        .forEach(
            run -> {
              double[] mse = run.sorted("mse");
              console.line(
                  "%-10.5f %-10.5f %-10.5f %-12.0f %s",
                  run.median("mse"),
                  mse[0],
                  mse[mse.length - 1],
                  run.median("parameters"),
                  String.join(" ", variations.assignments(run.combination())));
              list.add(run.json(variations.paths()));
            });
    if (out != null) {
      result.put("out", out.toString());
    }
    console.result(result);
  }

  private static void write(Path out, Variations variations, List<SweepRun> runs) {
    AtomicFile.stream(
        out,
        stream -> {
          CsvWriter csv =
              CsvWriter.builder().build(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
          List<String> head = new ArrayList<>(variations.paths());
          head.add("seed");
          head.addAll(SweepRun.FIGURES);
          csv.writeRecord(head);
          for (SweepRun run : runs) {
            for (int i = 0; i < run.seeds().size(); i++) {
              List<String> line = new ArrayList<>(run.combination());
              line.add(Long.toString(run.seeds().get(i)));
              for (String figure : SweepRun.FIGURES) {
                line.add(Double.toString(run.figure(i, figure)));
              }
              csv.writeRecord(line);
            }
          }
          csv.flush();
        });
  }
}
