package io.ae.api.model;

import io.ae.api.graph.Ops;
import io.ae.api.graph.Schedule;
import io.ae.api.graph.Var;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One phase of training, with moments of its own. Phases of one {@code turn} alternate within a
 * step (adversarial); turns follow one another (stacked).
 *
 * @param name unique, {@code [a-z][a-z0-9-]*}
 * @param turn phases of equal turns alternate; smaller turns come first
 * @param moves variables that gradients and writes may change; empty for all
 * @param loss what it minimises
 * @param optimiser how gradients become updates, with its default rate
 * @param schedule factor on the rate over the phase
 * @param begin writes once when the phase begins; null for nothing
 * @param labelled whether the loss sees labels
 */
public record Phase(
    String name,
    int turn,
    Set<Var> moves,
    Loss loss,
    Optimiser optimiser,
    Schedule schedule,
    @Nullable Consumer<Ops> begin,
    boolean labelled) {
  public Phase {
    moves = Set.copyOf(moves);
  }

  /** Returns the only phase of a model: it moves everything at a constant rate. */
  public static Phase of(String name, Loss loss, Optimiser optimiser) {
    return new Phase(name, 0, Set.of(), loss, optimiser, Schedule.constant(1), null, false);
  }

  /** Returns this phase in another turn. */
  public Phase inTurn(int newTurn) {
    return new Phase(name, newTurn, moves, loss, optimiser, schedule, begin, labelled);
  }

  /** Returns this phase, moving these variables alone. */
  public Phase moving(Set<Var> vars) {
    return new Phase(name, turn, vars, loss, optimiser, schedule, begin, labelled);
  }

  /** Returns this phase with another schedule of the rate. */
  public Phase with(Schedule newSchedule) {
    return new Phase(name, turn, moves, loss, optimiser, newSchedule, begin, labelled);
  }

  /** Returns this phase with another optimiser. */
  public Phase with(Optimiser newOptimiser) {
    return new Phase(name, turn, moves, loss, newOptimiser, schedule, begin, labelled);
  }

  /** Returns this phase with writes when it begins. */
  public Phase beginning(Consumer<Ops> writes) {
    return new Phase(name, turn, moves, loss, optimiser, schedule, writes, labelled);
  }

  /** Returns this phase, seeing labels. */
  public Phase withLabels() {
    return new Phase(name, turn, moves, loss, optimiser, schedule, begin, true);
  }
}
