package io.ae.core.metric;

import io.ae.api.data.Cursor;
import io.ae.api.data.Source;
import io.ae.core.data.Scaling;

/** The scaled rows of a source, block by block. */
final class Blocks implements AutoCloseable {
  private final Cursor cursor;
  private final Scaling scaling;
  private final int width;
  private final float[] values;

  Blocks(Source rows, Scaling scaling) {
    this.scaling = scaling;
    this.width = rows.spec().features();
    this.values = new float[RowFunction.BATCH * width];
    this.cursor = rows.open();
  }

  /** Reads the next rows into {@link #values} and returns how many; 0 past the last. */
  int next() {
    int n = 0;
    while (n < RowFunction.BATCH && cursor.next()) {
      cursor.values(values, n * width);
      n++;
    }
    scaling.apply(values, n);
    return n;
  }

  /** Returns the present rows, row-major. */
  float[] values() {
    return values;
  }

  int width() {
    return width;
  }

  @Override
  public void close() {
    cursor.close();
  }
}
