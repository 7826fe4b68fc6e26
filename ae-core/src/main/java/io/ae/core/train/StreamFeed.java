package io.ae.core.train;

import io.ae.api.AeException;
import io.ae.api.data.Cursor;
import io.ae.api.data.Source;
import io.ae.core.data.Scaling;
import io.ae.core.data.SplitMix;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Feeds rows that are read again for each epoch. A window of rows is held; each row that is fed is
 * drawn from the window, and the next one read takes its place: the order is a pure function of the
 * key, and rows move by about the window's length.
 */
final class StreamFeed implements Feed {
  private final Source source;
  private final Scaling scaling;
  private final LongPredicate chosen;
  private final int batch;
  private final int width;
  private final int capacity;
  private final float[] row;
  private final long rows;
  private float[] held = new float[0];
  private int[] labels = new int[0];
  private int count;
  private long number;
  private @Nullable Cursor cursor;
  private @Nullable SplitMix random;

  /**
   * Reads the source once, to count and check its rows.
   *
   * @param scaling applied to each row
   * @param chosen which rows, by number in the source
   * @param window rows held for shuffling, at least 1
   * @throws AeException {@code AE-D010} if a value is not finite
   */
  StreamFeed(Source source, Scaling scaling, LongPredicate chosen, int batch, int window) {
    this.source = source;
    this.scaling = scaling;
    this.chosen = chosen;
    this.batch = batch;
    this.width = source.spec().features();
    this.capacity = window;
    this.row = new float[width];
    start(AS_THEY_ARE);
    long n = 0;
    while (read() >= NONE) {
      n++;
    }
    this.rows = n;
  }

  private static final int NONE = -1;
  private static final int END = -2;

  @Override
  public long rows() {
    return rows;
  }

  @Override
  public void start(long key) {
    close();
    cursor = source.open();
    number = 0;
    count = 0;
    random = key == AS_THEY_ARE ? null : new SplitMix(key);
    if (random != null) {
      fill();
    }
  }

  @Override
  public void skip(int batches) {
    for (int i = 0; i < batches; i++) {
      next((r, values, at, label) -> {});
    }
  }

  @Override
  public int next(BatchTarget target) {
    return random == null ? inOrder(target) : shuffled(target, random);
  }

  private int inOrder(BatchTarget target) {
    int n = 0;
    for (int label; n < batch && (label = read()) >= NONE; n++) {
      target.put(n, row, 0, label);
    }
    return n;
  }

  private int shuffled(BatchTarget target, SplitMix draws) {
    int n = 0;
    for (; n < batch && count > 0; n++) {
      int i = draws.nextInt(count);
      target.put(n, held, i * width, labels[i]);
      int label = read();
      if (label < NONE) {
        count--;
        System.arraycopy(held, count * width, held, i * width, width);
        labels[i] = labels[count];
      } else {
        System.arraycopy(row, 0, held, i * width, width);
        labels[i] = label;
      }
    }
    return n;
  }

  private void fill() {
    int most = (int) Math.min(Math.min(capacity, Math.max(1, rows)), Integer.MAX_VALUE / width);
    if (held.length != most * width) {
      held = new float[most * width];
      labels = new int[most];
    }
    for (int label; count < most && (label = read()) >= NONE; count++) {
      System.arraycopy(row, 0, held, count * width, width);
      labels[count] = label;
    }
  }

  /** Reads the next chosen row and returns its label, {@link #END} past the last. */
  private int read() {
    Cursor c = cursor;
    while (c != null && c.next()) {
      if (chosen.test(number++)) {
        c.values(row, 0);
        scaling.apply(row, 1);
        refuseNotFinite(c);
        return Math.max(NONE, c.label());
      }
    }
    close();
    return END;
  }

  private void refuseNotFinite(Cursor c) {
    for (int j = 0; j < width; j++) {
      if (!Float.isFinite(row[j])) {
        throw new AeException(
            "AE-D010",
            source
                + ": row '"
                + c.id()
                + "', value "
                + j
                + " must be a finite number, found "
                + row[j]
                + ". Remove the row or fill the value in.");
      }
    }
  }

  @Override
  public int nonZeros() {
    return Math.multiplyExact(batch, width);
  }

  @Override
  public void close() {
    if (cursor != null) {
      cursor.close();
      cursor = null;
    }
  }
}
