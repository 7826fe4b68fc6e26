package io.ae.benchmarks.ae;

import io.ae.api.data.Source;
import io.ae.benchmarks.common.Reading;
import io.ae.core.Ae;
import io.ae.core.data.Dataset;
import io.ae.core.train.Feeding;
import io.ae.core.train.Precision;
import io.ae.core.train.TrainConfig;
import io.ae.core.train.TrainRequest;
import io.ae.core.train.Trainer;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Trains from MNIST's files as a program does: with this library's reader and its trainer. */
final class FileTraining {
  /** Rows held for shuffling where they are read again, as {@code ae train} has it. */
  private static final int WINDOW = new TrainConfig().window();

  private final Compiled compiled;
  private final int batch;
  private final boolean streamed;

  /**
   * @param streamed whether rows are read again in each epoch, not held in memory
   */
  FileTraining(Compiled compiled, int batch, boolean streamed) {
    this.compiled = compiled;
    this.batch = batch;
    this.streamed = streamed;
  }

  /**
   * Reads and trains.
   *
   * @param began when the clock was started, ns
   */
  Reading run(Path folder, int epochs, long began) {
    try (Ae ae = Ae.create();
        Source files = ae.data("mnist:" + folder).train()) {
      Source rows = streamed ? files : Dataset.load(files);
      FirstStep first = new FirstStep();
      Feeding feeding = new Trainer().train(request(rows, epochs).with(first)).feeding();
      return new Reading(
          first.ended - began, nanos(feeding.waitedSeconds()), nanos(feeding.trainedSeconds()));
    }
  }

  private TrainRequest request(Source rows, int epochs) {
    TrainConfig config =
        new TrainConfig(
            epochs,
            batch,
            null,
            null,
            null,
            0,
            0,
            0,
            false,
            1,
            Precision.FLOAT32,
            WINDOW,
            false,
            List.of());
    return TrainRequest.of(compiled.traced(), compiled.model(), config, rows);
  }

  private static long nanos(double seconds) {
    return (long) (seconds * 1e9);
  }

  /** Is asked before each step: the second time, the first step is over. */
  private static final class FirstStep implements BooleanSupplier {
    private int asked;
    private long ended;

    @Override
    public boolean getAsBoolean() {
      if (++asked == 2) {
        ended = System.nanoTime();
      }
      return false;
    }
  }
}
