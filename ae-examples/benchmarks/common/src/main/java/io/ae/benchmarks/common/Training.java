package io.ae.benchmarks.common;

/** A network being trained; used by one thread. */
public interface Training extends AutoCloseable {
  /**
   * Copies the rows in, runs forward, backward and update, and computes the loss.
   *
   * @param rows {@code batch × width} values in [0, 1], row-major; reused after the call
   * @param labels the rows' classes; only a {@link Family#CLASSIFIER} looks at them
   */
  void step(float[] rows, int[] labels);

  /** Returns the last step's loss, of the whole batch, before its update. */
  double loss();

  /**
   * Like {@link #step(float[], int[])} with the first {@code n} rows alone.
   *
   * @throws Refusal if the system's batch is fixed
   */
  default void step(float[] rows, int[] labels, int n) {
    throw new Refusal("the batch is fixed");
  }

  /**
   * Returns the loss of a whole batch of rows, and moves nothing.
   *
   * @throws Refusal if this is not measured with the system
   */
  default double evaluate(float[] rows, int[] labels) {
    throw new Refusal("the loss of other rows is not measured");
  }

  @Override
  void close();
}
