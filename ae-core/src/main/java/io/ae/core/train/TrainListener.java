package io.ae.core.train;

import io.ae.core.file.read.EpochLog;
import java.nio.file.Path;
import java.util.List;

/** Watches training; called by the training thread, which waits. */
public interface TrainListener {
  /** Something in the config or the data makes no sense, although it can be trained. */
  default void onWarning(String warning) {}

  /** Training begins. */
  default void onStart(Plan plan) {}

  /** A step is done; called about ten times a second and for an epoch's last, not for each. */
  default void onStep(Step step) {}

  /** An epoch of one phase is done and validated. */
  default void onEpoch(EpochLog epoch) {}

  /** A checkpoint was written. */
  default void onCheckpoint(Path file) {}

  /** Training ended, by itself or because it was cancelled; not called after a failure. */
  default void onEnd(History history) {}

  /**
   * What will be done.
   *
   * @param phases names in the order of training
   * @param steps of all phases together, if none stops early
   * @param doneSteps of these before a resumption
   * @param rows trained on in each epoch
   * @param validationRows validated after each epoch, 0 for none
   * @param batch rows of a step
   */
  record Plan(
      List<String> phases, long steps, long doneSteps, long rows, long validationRows, int batch) {
    public Plan {
      phases = List.copyOf(phases);
    }
  }

  /**
   * Where training stands.
   *
   * @param phase the phase, or phases of one turn
   * @param epoch from 1 within the phase
   * @param epochs of the phase
   * @param step steps done of all phases, in the plan's count
   * @param loss of the last batch, summed over the phases of the turn
   * @param samplesPerSecond training rows a second since the epoch began
   */
  record Step(
      String phase, int epoch, int epochs, long step, double loss, double samplesPerSecond) {}
}
