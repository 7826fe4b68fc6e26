package io.ae.core.train;

import io.ae.api.AeException;
import io.ae.core.file.read.ModelFile;
import io.ae.core.trace.PhaseProgram;

/**
 * Trains compiled models. The order of rows is a pure function of seed, phase and epoch, draws are
 * keyed by seed and step: the same request on the same backend, CPU model and number of threads
 * gives the same numbers, bit by bit, whether it was interrupted or not.
 */
public final class Trainer {
  /** Makes a trainer; it keeps nothing between runs. */
  public Trainer() {}

  /**
   * Trains from the model's present state.
   *
   * @throws AeException {@code AE-T002} for a configured phase that the model lacks, {@code
   *     AE-T004} for no rows, {@code AE-T005} for a phase that needs labels where there are none,
   *     {@code AE-T010} if the loss is no longer finite
   */
  public History train(TrainRequest request) {
    refuseMissingLabels(request);
    try (TrainRun run = new TrainRun(request)) {
      return run.go();
    }
  }

  /**
   * Goes on from a checkpoint of the same run, to the numbers it would have had without the break.
   *
   * @param request with {@link TrainRequest#checkpoints}, whose metadata the checkpoint must match
   * @param otherMachine whether another backend or number of threads is accepted, and with it
   *     numbers that differ by rounding
   * @throws AeException as {@link #train}, and {@code AE-T020} if the file is a finished model,
   *     {@code AE-T021} if it belongs to another run, {@code AE-T022} if another backend or number
   *     of threads is not accepted
   */
  public History resume(TrainRequest request, ModelFile checkpoint, boolean otherMachine) {
    Checkpoints checkpoints = request.checkpoints();
    if (checkpoints == null) {
      throw new IllegalArgumentException("resuming needs the run's metadata: give checkpoints");
    }
    refuseMissingLabels(request);
    Resumption.state(checkpoint, checkpoints.metadata().get(), otherMachine);
    try (TrainRun run = new TrainRun(request)) {
      run.restore(checkpoint);
      return run.go();
    }
  }

  private static void refuseMissingLabels(TrainRequest request) {
    for (PhaseProgram phase : request.program().phases()) {
      if (phase.labelled() && request.rows().spec().classes() == 0) {
        throw new AeException(
            "AE-T005",
            "phase '"
                + phase.name()
                + "' of this model learns from labels, and "
                + request.rows()
                + " has none. Name the column with label=… in the data's selector, or take a model"
                + " that needs no labels.");
      }
    }
  }
}
