package io.ae.examples.cli;

/** Parts of a data set. */
enum Part {
  /** Rows that training did not see; all rows of data that training never saw. */
  TEST,
  /** Rows that training saw. */
  TRAIN
}
