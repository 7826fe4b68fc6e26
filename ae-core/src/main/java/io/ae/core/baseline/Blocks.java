package io.ae.core.baseline;

import io.ae.api.data.Cursor;
import io.ae.api.data.Source;
import io.ae.core.data.Scaling;

/** Scaled rows of a source, some at a time, each an array of its own. */
final class Blocks implements AutoCloseable {
  static final int ROWS = 1024;

  private final Cursor cursor;
  private final Scaling scaling;

  /** The present rows, {@code [ROWS][D]}. */
  final float[][] rows;

  Blocks(Source source, Scaling scaling) {
    this.cursor = source.open();
    this.scaling = scaling;
    this.rows = new float[ROWS][source.spec().features()];
  }

  /** Reads the next rows and returns their number; 0 after the last. */
  int next() {
    int n = 0;
    while (n < ROWS && cursor.next()) {
      cursor.values(rows[n], 0);
      scaling.apply(rows[n], 1);
      n++;
    }
    return n;
  }

  @Override
  public void close() {
    cursor.close();
  }
}
