package io.ae.examples.cli;

import io.ae.api.data.Source;
import io.ae.core.data.Dataset;

/** Whether rows are held in memory, where training is fastest, or streamed. */
final class Memory {
  private static final double SHARE = .4;

  private Memory() {}

  /** Returns rows in memory if they take at most two fifths of the heap, else as they are. */
  static Source loaded(Source rows) {
    long bytes = rows.rows() * rows.spec().features() * Float.BYTES;
    boolean fits = rows.rows() >= 0 && bytes < SHARE * Runtime.getRuntime().maxMemory();
    return fits ? Dataset.load(rows) : rows;
  }
}
