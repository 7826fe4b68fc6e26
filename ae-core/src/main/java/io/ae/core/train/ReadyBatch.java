package io.ae.core.train;

import org.jspecify.annotations.Nullable;

/** A batch on its way from the thread that makes it to the one that trains on it. */
final class ReadyBatch implements BatchTarget {
  private final float[] values;
  private final int[] labels;
  private final int width;
  private int rows;
  private @Nullable Throwable failure;

  ReadyBatch(int most, int width) {
    this.values = new float[Math.multiplyExact(most, width)];
    this.labels = new int[most];
    this.width = width;
  }

  /**
   * Takes the next rows of a feed in place of its own, or what the feed threw.
   *
   * @return whether there were any
   */
  boolean fill(Feed feed) {
    failure = null;
    rows = 0;
    try {
      rows = feed.next(this);
    } catch (RuntimeException | Error e) {
      failure = e;
    }
    return rows > 0;
  }

  @Override
  public void put(int row, float[] from, int at, int label) {
    System.arraycopy(from, at, values, row * width, width);
    labels[row] = label;
  }

  /**
   * Hands the rows on, or throws what the feed threw.
   *
   * @return how many rows, 0 at the end of the epoch
   */
  int copyTo(BatchTarget target) {
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    if (failure instanceof Error e) {
      throw e;
    }
    for (int i = 0; i < rows; i++) {
      target.put(i, values, i * width, labels[i]);
    }
    return rows;
  }
}
