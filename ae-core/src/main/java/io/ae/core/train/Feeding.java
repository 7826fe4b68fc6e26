package io.ae.core.train;

/**
 * How rows came to the steps of a run, validation left out.
 *
 * @param waitedSeconds steps waited so long for rows to be read; 0 where rows are in memory. What
 *     is read before the first step, as all rows in memory are, is not part of it
 * @param trainedSeconds all of it took so long: waiting and the steps themselves
 */
public record Feeding(double waitedSeconds, double trainedSeconds) {
  /** Returns the share of the training time in which steps waited, in [0, 1]. */
  public double stall() {
    return trainedSeconds == 0 ? 0 : waitedSeconds / trainedSeconds;
  }
}
