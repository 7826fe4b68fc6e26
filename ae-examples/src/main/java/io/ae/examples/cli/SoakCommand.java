package io.ae.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ae.core.Ae;
import io.ae.core.config.Json;
import io.ae.core.config.Overlay;
import io.ae.core.train.TrainListener;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ae soak}: whether memory stays steady over many steps. */
@Command(
    name = "soak",
    description =
        "Trains for many steps and measures by how much the process grows after the"
            + " first 1,000; ends with 1 if by more than --limit. Linux only.")
final class SoakCommand implements Callable<Integer> {
  private static final long WARM_UP = 1000;
  private static final double MIB = 1 << 20;

  @ParentCommand Main main = new Main();
  @Mixin RunOptions options = new RunOptions();

  @Option(names = "--steps", paramLabel = "N", description = "Steps (default: 20000).")
  long steps = 20_000;

  @Option(names = "--limit", paramLabel = "MIB", description = "Growth allowed (default: 20).")
  double limit = 20;

  @Override
  public Integer call() {
    Console console = main.console();
    try (Ae ae = main.open()) {
      ObjectNode tree = options.tree(main.options.threads);
      Overlay.apply(tree, List.of("train.epochs=1000000"));
      TrainJob job = new TrainJob(ae, Settings.read(tree, ae.plugins()));
      Growth growth = new Growth(job);
      job.listener(growth).run();
      double grown = growth.bytes() / MIB;
      console.line("after %,d steps  %,.1f MiB", WARM_UP, growth.first / MIB);
      console.line("at most after    %,.1f MiB", growth.most / MIB);
      console.line("after %,d steps  %,.1f MiB", growth.last, growth.now / MIB);
      console.line("growth           %,.1f MiB of %,.1f allowed", grown, limit);
      ObjectNode result = Json.object().put("backend", job.backend().id());
      result.put("steps", growth.last).put("firstMib", growth.first / MIB);
      result.put("mostMib", growth.most / MIB).put("lastMib", growth.now / MIB);
      console.result(result.put("growthMib", grown).put("passed", grown <= limit));
      return grown <= limit ? ExitCode.DONE : ExitCode.FAILURE;
    }
  }

  /** Watches the resident set, and ends training when the steps are done. */
  private final class Growth implements TrainListener {
    private final TrainJob job;
    private long first;
    private long most;
    private long now;
    private long last;

    Growth(TrainJob job) {
      this.job = job;
    }

    @Override
    public void onStep(Step step) {
      last = step.step();
      now = ResidentSet.bytes();
      if (last >= WARM_UP) {
        first = first == 0 ? now : first;
        most = Math.max(most, now);
      }
      if (last >= steps) {
        job.cancellation().cancel();
      }
    }

    long bytes() {
      return most - first;
    }
  }
}
