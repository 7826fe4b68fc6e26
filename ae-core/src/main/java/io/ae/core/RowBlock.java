package io.ae.core;

import io.ae.core.data.Scaling;
import java.util.ArrayList;
import java.util.List;

/** Rows that go through a model together, and room for what becomes of them. */
final class RowBlock {
  private float[] values = {};
  private float[] output = {};
  private int outputs;
  private final List<String> ids = new ArrayList<>();
  private final int most;
  private final int features;
  private int room;
  private int rows;

  /**
   * @param most rows there will ever be
   */
  RowBlock(int most, int features) {
    this.most = most;
    this.features = features;
  }

  /**
   * Makes room for so many rows, where there is less for twice as many as there was: rows that were
   * in it are lost.
   */
  void reserve(int wanted) {
    int before = values.length / features;
    if (before < wanted) {
      values = new float[Math.min(most, Math.max(wanted, 2 * before)) * features];
    }
    room = wanted;
  }

  /**
   * Takes the next rows of a reader in place of its own.
   *
   * @param named whether with their ids
   * @return whether there were any
   */
  boolean fill(RowReader reader, Scaling scaling, boolean named) {
    ids.clear();
    rows = reader.read(values, room, named ? ids : null);
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

  /** Returns one id a row, or none. */
  List<String> ids() {
    return ids;
  }

  int rows() {
    return rows;
  }

  /** Returns whether it has as many rows as it has room for. */
  boolean full() {
    return rows == room;
  }
}
