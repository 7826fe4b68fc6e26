package io.ae.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ae.core.Ae;
import io.ae.core.Fit;
import io.ae.core.config.Overlay;
import io.ae.core.data.Dataset;
import java.nio.file.Path;
import java.util.ArrayList;
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

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description =
          "Write a page, .html: the error against the code's size beside PCA's, and the same test"
              + " rows at every setting.")
  @Nullable Path report;

  @Override
  public void run() {
    Console console = main.console();
    Variations variations = Variations.parse(vary);
    check(variations);
    List<SweepRun> runs = new ArrayList<>();
    try (Ae ae = main.open()) {
      // All settings are read before the first run: a mistake in the last costs no time.
      List<List<Settings>> settings = settings(ae, variations);
      Dataset rows =
          report == null
              ? null
              : SweepRows.choose(DataParts.of(ae, settings.get(0).get(0).run()).test());
      for (int i = 0; i < settings.size(); i++) {
        List<String> combination = variations.combinations().get(i);
        SweepRun run = run(ae, combination, settings.get(i), rows);
        console.note(
            "%s  mse %.5f  squared error %.4f  %.1f s",
            String.join(" ", variations.assignments(combination)),
            run.median("mse"),
            run.median("squaredError"),
            run.median("trainSeconds"));
        runs.add(run);
      }
      SweepResult result = new SweepResult(variations, runs);
      if (out != null) {
        result.csv(out);
      }
      if (report != null && rows != null) {
        result.page(report, settings.get(0).get(0), rows);
      }
      result.tell(console, out, report);
    }
  }

  private void check(Variations variations) {
    if (out != null) {
      RowFile.check(out, ".csv");
      OutputPaths.folder(out);
    }
    if (report != null) {
      OutputPaths.check(null, report);
      SweepRows.check(variations.paths());
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

  private static SweepRun run(
      Ae ae, List<String> combination, List<Settings> settings, @Nullable Dataset rows) {
    List<Long> seeds = new ArrayList<>();
    List<Map<String, Double>> metrics = new ArrayList<>();
    SweepRows.Made made = null;
    for (Settings one : settings) {
      Fit fit = new TrainJob(ae, one).run();
      seeds.add(one.run().train().seed());
      metrics.add(fit.metrics());
      if (rows != null && made == null) {
        made = SweepRows.reconstruct(fit.model(), rows);
      }
      fit.model().close();
    }
    return new SweepRun(combination, seeds, metrics, made);
  }
}
