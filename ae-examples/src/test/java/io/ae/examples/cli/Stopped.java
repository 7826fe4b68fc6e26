package io.ae.examples.cli;

import io.ae.core.Ae;
import io.ae.core.file.read.EpochLog;
import io.ae.core.train.TrainListener;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Training that is stopped, as Ctrl-C stops it. */
final class Stopped {
  private static final List<String> TINY =
      List.of("--backend", "java", "--batch", "32", "--set", "model.code=2", "--epochs", "2");

  private Stopped() {}

  /** Leaves a checkpoint after the first epoch of a run with these options of {@code train}. */
  static void afterAnEpoch(Path checkpoint, String... options) {
    RunOptions run = new RunOptions();
    CommandLine.populateCommand(
        run, Stream.concat(TINY.stream(), Stream.of(options)).toArray(String[]::new));
    try (Ae ae = Ae.create()) {
      TrainJob job = new TrainJob(ae, Settings.read(run.tree(1), ae.plugins()));
      job.checkpoint(checkpoint)
          .listener(
              new TrainListener() {
                @Override
                public void onEpoch(EpochLog epoch) {
                  job.cancellation().cancel();
                }
              })
          .run();
    }
  }
}
