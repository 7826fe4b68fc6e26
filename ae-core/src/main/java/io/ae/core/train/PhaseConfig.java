package io.ae.core.train;

import io.ae.api.config.Doc;
import io.ae.api.config.Range;
import org.jspecify.annotations.Nullable;

/**
 * What one phase does differently; each component's {@link Doc} says what it is, and null leaves it
 * as {@link TrainConfig} has it.
 *
 * @param name of the phase
 * @param epochs of it
 * @param rate of it
 * @param optimiser of it
 * @param schedule of it
 */
public record PhaseConfig(
    @Doc("Name of the phase; null: the phase at this place in the order of training.")
        @Nullable String name,
    @Doc("Passes over the rows; null: train.epochs.") @Range(min = 1, max = 1e6)
        @Nullable Integer epochs,
    @Doc("Learning rate; null: train.rate.") @Range(min = 0, max = 1e3) @Nullable Double rate,
    @Doc("Optimiser; null: train.optimiser.") @Nullable OptimiserConfig optimiser,
    @Doc("Schedule of the rate; null: train.schedule.") @Nullable ScheduleConfig schedule) {
  /** Changes nothing. */
  public PhaseConfig() {
    this(null, null, null, null, null);
  }
}
