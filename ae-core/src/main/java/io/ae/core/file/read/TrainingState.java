package io.ae.core.file.read;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a checkpoint holds beside the model: where training stands. The order of rows is a pure
 * function of seed, phase and epoch, so it needs no state.
 *
 * @param position where the next step begins
 * @param best the lowest validation loss so far; null without validation
 * @param state every variable that the model's weights do not hold: moments, counters
 * @param bestState the variables at the lowest validation loss; empty if they are the present ones
 *     or none is kept
 */
public record TrainingState(
    Position position,
    @Nullable Best best,
    Map<String, Tensor> state,
    Map<String, Tensor> bestState) {
  public TrainingState {
    state = Collections.unmodifiableMap(new LinkedHashMap<>(state));
    bestState = Collections.unmodifiableMap(new LinkedHashMap<>(bestState));
  }

  /**
   * A place between two steps.
   *
   * @param turn index of the turn, from 0 in the order of training
   * @param epoch within the turn, from 0
   * @param batch within the epoch, from 0
   * @param seconds of training in this epoch so far
   * @param sums of the epoch so far, by phase and term
   */
  public record Position(int turn, int epoch, int batch, double seconds, Map<String, Double> sums) {
    public Position {
      sums = Collections.unmodifiableMap(new LinkedHashMap<>(sums));
    }
  }

  /**
   * The lowest validation loss of the present turn.
   *
   * @param loss the value
   * @param epoch from 0 within the turn
   */
  public record Best(double loss, int epoch) {}
}
