package io.ae.core.data;

import io.ae.api.data.Cursor;

/** A position in rows that are in memory. */
final class DatasetCursor implements Cursor {
  private final Dataset data;
  private final int width;
  private int row = -1;

  DatasetCursor(Dataset data) {
    this.data = data;
    this.width = data.spec().features();
  }

  @Override
  public boolean next() {
    if (row < data.size()) {
      row++;
    }
    return row < data.size();
  }

  @Override
  public void values(float[] into, int at) {
    System.arraycopy(data.values(), row * width, into, at, width);
  }

  @Override
  public int label() {
    return data.labels()[row];
  }

  @Override
  public String id() {
    return data.id(row);
  }
}
