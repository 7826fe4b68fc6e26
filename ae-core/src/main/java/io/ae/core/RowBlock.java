package io.ae.core;

import io.ae.core.data.Scaling;
import java.util.ArrayList;
import java.util.List;

/** Rows that go through a model together, and room for what becomes of them. */
final class RowBlock {
  private final float[] values;
  private float[] output = {};
  private int outputs;
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

  /** Returns room for so many values that become of the rows. */
  float[] room(int count) {
    if (output.length < count) {
      output = new float[count];
    }
    outputs = count;
    return output;
  }

  /** Returns what became of the rows, row-major, or more. */
  float[] output() {
    return output;
  }

  /** Returns how many values became of the rows. */
  int outputs() {
    return outputs;
  }

  /** Returns one id a row. */
  List<String> ids() {
    return ids;
  }

  int rows() {
    return rows;
  }

  /** Returns how many rows it has room for. */
  int most() {
    return most;
  }
}
