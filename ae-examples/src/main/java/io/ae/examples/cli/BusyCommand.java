package io.ae.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ae.core.Ae;
import io.ae.core.config.Json;
import io.ae.core.file.read.EpochLog;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ae busy}: how training fares beside another busy process. */
@Command(
    name = "busy",
    description =
        "Measures a step's time on a quiet machine and beside one busy process; ends"
            + " with 1 if it takes more than --limit times as long.")
final class BusyCommand implements Callable<Integer> {
  @ParentCommand Main main = new Main();
  @Mixin RunOptions options = new RunOptions();

  @Option(names = "--limit", paramLabel = "TIMES", description = "Factor allowed (default: 3).")
  double limit = 3;

  @Override
  public Integer call() {
    Console console = main.console();
    try (Ae ae = main.open()) {
      Settings settings = Settings.read(options.tree(main.options.threads), ae.plugins());
      TrainJob job = new TrainJob(ae, settings);
      // The first epochs of a JVM are slow; they count for neither side.
      milliseconds(job, settings);
      double quiet = milliseconds(job, settings);
      double busy;
      try (BusyProcess neighbour = BusyProcess.start()) {
        console.note("beside process %d", neighbour.id());
        busy = milliseconds(job, settings);
      }
      double factor = busy / quiet;
      console.line("quiet  %.3f ms a step", quiet);
      console.line("busy   %.3f ms a step, %.2f times, %.2f allowed", busy, factor, limit);
      ObjectNode result = Json.object().put("backend", job.backend().id());
      result.put("quietMs", quiet).put("busyMs", busy).put("factor", factor);
      console.result(result.put("passed", factor <= limit));
      return factor <= limit ? ExitCode.DONE : ExitCode.FAILURE;
    }
  }

  /** Returns the median over the epochs of a step's time. */
  private static double milliseconds(TrainJob job, Settings settings) {
    double[] rates =
        job.run().history().epochs().stream()
            .mapToDouble(EpochLog::samplesPerSecond)
            .sorted()
            .toArray();
    return 1e3 * settings.run().train().batch() / rates[rates.length / 2];
  }
}
