package io.ae.core.trace;

import io.ae.api.model.Optimiser;
import io.ae.api.model.Phase;
import java.util.Map;

/**
 * What a user may change of a model's training before it is traced.
 *
 * @param optimisers by phase name; {@code *} stands for all phases
 * @param clip bound on the Euclidean norm of all gradients of a phase together, 0 for none
 */
public record TraceOptions(Map<String, Optimiser> optimisers, double clip) {
  public TraceOptions {
    optimisers = Map.copyOf(optimisers);
  }

  /** Returns the model's own choices. */
  public static TraceOptions defaults() {
    return new TraceOptions(Map.of(), 0);
  }

  Optimiser optimiser(Phase phase) {
    Optimiser all = optimisers.getOrDefault("*", phase.optimiser());
    return optimisers.getOrDefault(phase.name(), all);
  }
}
