package io.ae.core.train;

/** Is handed the rows of a batch. */
public interface BatchTarget {
  /**
   * Takes one row.
   *
   * @param row place in the batch, ascending from 0
   * @param values holds the row's values
   * @param at index of the first of them
   * @param label class, −1 for none
   */
  void put(int row, float[] values, int at, int label);
}
