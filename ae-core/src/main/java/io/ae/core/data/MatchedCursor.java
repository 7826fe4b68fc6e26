package io.ae.core.data;

import io.ae.api.data.Cursor;

/** Rows with their columns and classes moved to other places. */
final class MatchedCursor implements Cursor {
  private final Cursor rows;
  private final int[] columns;
  private final int[] classes;
  private final float[] row;

  MatchedCursor(Cursor rows, int[] columns, int[] classes) {
    this.rows = rows;
    this.columns = columns;
    this.classes = classes;
    this.row = new float[columns.length];
  }

  @Override
  public boolean next() {
    return rows.next();
  }

  @Override
  public void values(float[] into, int at) {
    rows.values(row, 0);
    for (int j = 0; j < columns.length; j++) {
      into[at + j] = row[columns[j]];
    }
  }

  @Override
  public int label() {
    int label = rows.label();
    return label < 0 ? -1 : classes[label];
  }

  @Override
  public String id() {
    return rows.id();
  }

  @Override
  public void close() {
    rows.close();
  }
}
