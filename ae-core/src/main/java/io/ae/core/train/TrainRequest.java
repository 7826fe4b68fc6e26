package io.ae.core.train;

import io.ae.api.backend.CompiledModel;
import io.ae.api.data.Source;
import io.ae.core.data.Scaling;
import io.ae.core.trace.ModelProgram;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One run of training.
 *
 * @param program what was traced, with {@link TrainConfig#traceOptions}
 * @param model the same program, compiled; its state is trained
 * @param config how
 * @param rows to train on, in their own units; a {@link io.ae.core.data.Dataset} stays in memory,
 *     any other source is streamed
 * @param scaling applied to the rows; the program was traced for rows so scaled
 * @param listeners who watch
 * @param cancelled asked before each step; true ends training after a checkpoint
 * @param checkpoints where training stands is written here after each epoch; null for nowhere
 */
public record TrainRequest(
    ModelProgram program,
    CompiledModel model,
    TrainConfig config,
    Source rows,
    Scaling scaling,
    List<TrainListener> listeners,
    BooleanSupplier cancelled,
    @Nullable Checkpoints checkpoints) {
  public TrainRequest {
    listeners = List.copyOf(listeners);
  }

  /** Returns a request that nobody watches, cancels or continues. */
  public static TrainRequest of(
      ModelProgram program, CompiledModel model, TrainConfig config, Source rows) {
    return new TrainRequest(
        program, model, config, rows, Scaling.none(), List.of(), () -> false, null);
  }

  /** Returns this request with rows scaled so. */
  public TrainRequest with(Scaling other) {
    return new TrainRequest(program, model, config, rows, other, listeners, cancelled, checkpoints);
  }

  /** Returns this request with other listeners. */
  public TrainRequest with(List<TrainListener> others) {
    return new TrainRequest(program, model, config, rows, scaling, others, cancelled, checkpoints);
  }

  /** Returns this request, cancelled when the supplier says so. */
  public TrainRequest with(BooleanSupplier other) {
    return new TrainRequest(program, model, config, rows, scaling, listeners, other, checkpoints);
  }

  /** Returns this request with checkpoints. */
  public TrainRequest with(@Nullable Checkpoints others) {
    return new TrainRequest(program, model, config, rows, scaling, listeners, cancelled, others);
  }
}
