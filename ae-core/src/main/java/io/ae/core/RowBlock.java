package io.ae.core;

import io.ae.core.data.Scaling;
import java.util.ArrayList;
import java.util.List;

/** Rows that go through a model together. */
final class RowBlock {
  private final float[] values;
  private final List<String> ids = new ArrayList<>();
  private final int most;
  private int rows;

  /**
   * @param most rows it has room for
   */
  RowBlock(int most, int features) {
    this.most = most;
    this.values = new float[most * features];
  }

  /**
   * Takes the next rows of a reader in place of its own.
   *
   * @return whether there were any
   */
  boolean fill(RowReader reader, Scaling scaling) {
    ids.clear();
    rows = reader.read(values, most, ids);
    scaling.apply(values, rows);
    return rows > 0;
  }

  /** Returns the rows as the model sees them, scaled, {@code [rows, features]}, or more. */
  float[] values() {
    return values;
  }

  /** Returns one id a row. */
  List<String> ids() {
    return ids;
  }

  int rows() {
    return rows;
  }
}
