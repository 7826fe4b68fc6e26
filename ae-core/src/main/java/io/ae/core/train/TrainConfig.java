package io.ae.core.train;

import io.ae.api.AeException;
import io.ae.api.config.Doc;
import io.ae.api.config.Range;
import io.ae.api.config.Size;
import io.ae.api.graph.Schedule;
import io.ae.api.model.Optimiser;
import io.ae.api.model.Phase;
import io.ae.core.trace.PhaseProgram;
import io.ae.core.trace.TraceOptions;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a model is trained; each component's {@link Doc} says what it is.
 *
 * @param epochs of each phase
 * @param batch rows of a step
 * @param rate learning rate
 * @param optimiser of every phase
 * @param schedule of every phase's rate
 * @param clip bound on the gradients
 * @param validation share of the rows
 * @param patience of early stopping
 * @param keepBest whether the best epoch's weights win
 * @param seed of everything drawn
 * @param precision in which products are computed
 * @param window rows held for shuffling a stream
 * @param pca whether principal component analysis is measured beside the model
 * @param phases what single phases do differently
 */
public record TrainConfig(
    @Doc("Passes over the rows, in each phase.") @Range(min = 1, max = 1e6) int epochs,
    @Doc("Rows of a step.") @Range(min = 1, max = 1e6) int batch,
    @Doc("Learning rate; null: the phase's own, or the optimiser's customary one.")
        @Range(min = 0, max = 1e3)
        @Nullable Double rate,
    @Doc("Optimiser; null: each phase's own.") @Nullable OptimiserConfig optimiser,
    @Doc("Schedule of the rate; null: each phase's own.") @Nullable ScheduleConfig schedule,
    @Doc("Bound on the Euclidean norm of a step's gradients; 0: none.") @Range(min = 0, max = 1e9)
        double clip,
    @Doc("Share of the rows kept for validation.") @Range(min = 0, max = 1, openMax = true)
        double validation,
    @Doc("Epochs without a lower validation loss after which a phase ends; 0: never.")
        @Range(min = 0, max = 1e6)
        int patience,
    @Doc("Whether the weights with the lowest validation loss are kept, where rows are validated.")
        boolean keepBest,
    @Doc("Seed of initial weights, order of rows and random numbers.") long seed,
    @Doc("Type of the factors of products; sums, weights and moments are float32 in any case.")
        Precision precision,
    @Doc("Rows held in memory for shuffling where data is streamed.") @Range(min = 1, max = 1e8)
        int window,
    @Doc("Whether PCA with as many components as code units is measured on the test rows too.")
        boolean pca,
    @Doc("What single phases do differently.") @Size(max = 64) List<PhaseConfig> phases) {
  /**
   * @throws AeException {@code AE-T001} if early stopping has no rows to validate
   */
  public TrainConfig {
    phases = List.copyOf(phases);
    if (patience > 0 && validation == 0) {
      throw new AeException(
          "AE-T001",
          "patience "
              + patience
              + " needs rows to validate, and validation is 0. Set validation to a share of the"
              + " rows such as 0.1, or patience to 0.");
    }
  }

  /** The defaults: 10 epochs, batches of 256, seed 42, the model's own optimiser and rate. */
  public TrainConfig() {
    this(10, 256, null, null, null, 0, 0, 0, true, 42, Precision.FLOAT32, 65_536, true, List.of());
  }

  /** Returns these settings with other epochs. */
  public TrainConfig withEpochs(int other) {
    return with(other, seed, precision);
  }

  /** Returns these settings with another seed. */
  public TrainConfig withSeed(long other) {
    return with(epochs, other, precision);
  }

  /** Returns these settings with another precision. */
  public TrainConfig withPrecision(Precision other) {
    return with(epochs, seed, other);
  }

  private TrainConfig with(int passes, long drawn, Precision type) {
    return new TrainConfig(
        passes,
        batch,
        rate,
        optimiser,
        schedule,
        clip,
        validation,
        patience,
        keepBest,
        drawn,
        type,
        window,
        pca,
        phases);
  }

  /**
   * Returns what has to be known when the network is traced.
   *
   * @throws AeException {@code AE-T002} if a phase is configured that the model does not have
   */
  public TraceOptions traceOptions(List<Phase> own) {
    List<Phase> ordered = own.stream().sorted(Comparator.comparingInt(Phase::turn)).toList();
    List<String> names = ordered.stream().map(Phase::name).toList();
    refuseUnknown(names);
    Map<String, Optimiser> optimisers = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      PhaseConfig phase = phase(names, names.get(i));
      OptimiserConfig chosen = phase.optimiser() != null ? phase.optimiser() : optimiser;
      Double chosenRate = phase.rate() != null ? phase.rate() : rate;
      if (chosen != null) {
        optimisers.put(names.get(i), chosen.optimiser(chosenRate));
      }
    }
    return new TraceOptions(optimisers, clip);
  }

  int epochs(List<String> names, String phase) {
    Integer own = phase(names, phase).epochs();
    return own != null ? own : epochs;
  }

  double rate(List<String> names, PhaseProgram phase) {
    Double own = phase(names, phase.name()).rate();
    return own != null ? own : rate != null ? rate : phase.rate();
  }

  Schedule schedule(List<String> names, PhaseProgram phase) {
    ScheduleConfig own = phase(names, phase.name()).schedule();
    ScheduleConfig chosen = own != null ? own : schedule;
    return chosen != null ? chosen.schedule() : phase.schedule();
  }

  /**
   * @throws AeException {@code AE-T002} if a phase is configured that the model does not have
   */
  void refuseUnknown(List<String> names) {
    for (int i = 0; i < phases.size(); i++) {
      String name = phases.get(i).name();
      if (name == null ? i >= names.size() : !names.contains(name)) {
        throw new AeException(
            "AE-T002",
            "train.phases["
                + i
                + "]: this model has no phase "
                + (name == null ? "at this place" : "'" + name + "'")
                + "; its phases are "
                + names
                + ". Remove the entry or name one of these.");
      }
    }
  }

  private PhaseConfig phase(List<String> names, String phase) {
    PhaseConfig found = new PhaseConfig();
    for (int i = 0; i < phases.size(); i++) {
      String name = phases.get(i).name();
      if (phase.equals(name) || (name == null && i == names.indexOf(phase))) {
        found = phases.get(i);
      }
    }
    return found;
  }
}
