package io.ae.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ae.core.Ae;
import io.ae.core.Fit;
import io.ae.core.config.Json;
import io.ae.core.config.Overlay;
import io.ae.core.file.read.ModelFileReader;
import io.ae.core.file.read.Provenance;
import io.ae.core.train.EpochLineListener;
import io.ae.core.train.Estimate;
import io.ae.core.train.History;
import io.ae.core.train.ProgressBarListener;
import io.ae.core.train.Terminal;
import io.ae.core.train.TrainListener;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ae train}: data to a model. */
@Command(
    name = "train",
    description = "Trains an autoencoder and measures it on test rows.",
    footer = {
      "",
      "Example: ae train --data glyphs --epochs 5 --out glyphs.ae --report glyphs.html",
      "Keys of --set: 'ae describe PLUGIN' for model.*, 'ae describe train' for the others."
    })
final class TrainCommand implements Runnable {
  @ParentCommand Main main = new Main();
  @Mixin RunOptions options = new RunOptions();
  @Mixin TrainOutput output = new TrainOutput();

  @Option(
      names = "--resume",
      paramLabel = "FILE",
      description = "Go on from this checkpoint, to the same numbers, with the run's settings.")
  @Nullable Path resume;

  @Option(
      names = "--accept-rounding",
      description = "Resume on another backend or number of threads.")
  boolean acceptRounding;

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description = "Start from this model: its kind, its config and its weights.")
  @Nullable Path from;

  @Option(
      names = "--dry-run",
      description = "Show the configuration, the size and the time it will take; train nothing.")
  boolean dryRun;

  @Override
  public void run() {
    Console console = main.console();
    output.check();
    try (Ae ae = main.open()) {
      Settings settings = settings(ae);
      console.note("config %s", Json.pretty(settings.json()));
      TrainJob job =
          new TrainJob(ae, settings)
              .from(from)
              .resume(resume, acceptRounding)
              .checkpoint(output.checkpoint(resume));
      console.note("backend %s: %s", job.backend().id(), job.backend().reason());
      job.listener(
          new TrainListener() {
            @Override
            public void onWarning(String warning) {
              console.warn("%s", warning);
            }
          });
      if (dryRun) {
        estimate(console, job);
      } else {
        train(console, ae, job);
      }
    }
  }

  private void train(Console console, Ae ae, TrainJob job) {
    if (console.lively()) {
      job.listener(
          Terminal.attached()
              ? new ProgressBarListener(System.err)
              : new EpochLineListener(System.err));
    }
    Fit fit = Interrupt.during(job::run, job.cancellation()::cancel);
    if (fit.history().end() == History.End.CANCELLED) {
      output.cancelled(console, resume);
    } else {
      output.write(console, fit, job.parts(), resume, new PluginPages(ae, main.options.machine()));
    }
  }

  /** A resumed run has its own settings, and a model its own kind and config. */
  private Settings settings(Ae ae) {
    ObjectNode tree = Json.object();
    if (resume != null) {
      Provenance own = ModelFileReader.read(resume).metadata().provenance();
      tree = (ObjectNode) Json.parse(own.settings(), "settings of " + resume);
      tree.put("backend", own.backend()).put("threads", own.threads());
    } else if (from != null) {
      var metadata = ModelFileReader.read(from).metadata();
      tree.put("plugin", metadata.plugin());
      tree.set("model", Json.parse(metadata.config(), "config of " + from));
    }
    return Settings.read(Overlay.merge(tree, options.tree(main.options.threads)), ae.plugins());
  }

  private static void estimate(Console console, TrainJob job) {
    Estimate e = job.estimate();
    console.line("parameters  %,d", e.parameters());
    console.line("state       %,.1f MiB", e.stateBytes() / 1048576.);
    console.line("rows        %,.1f MiB", e.dataBytes() / 1048576.);
    console.line("a step      %,.1f MiB at most", e.batchBytes() / 1048576.);
    console.line("steps       %,d of %.3f ms", e.steps(), 1e3 * e.secondsPerStep());
    console.line("time        about %.1f s", e.seconds());
    ObjectNode result = Json.object().put("parameters", e.parameters());
    result.put("stateBytes", e.stateBytes()).put("dataBytes", e.dataBytes());
    result.put("batchBytes", e.batchBytes()).put("steps", e.steps());
    result.put("secondsPerStep", e.secondsPerStep()).put("seconds", e.seconds());
    console.result(result.put("backend", job.backend().id()));
  }
}
