package io.ae.core.train;

import io.ae.api.AeException;
import io.ae.api.data.Cursor;
import io.ae.api.data.Source;
import io.ae.core.data.Scaling;
import io.ae.core.data.SplitMix;
import io.ae.core.data.source.Finite;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Feeds rows that are read again for each epoch. A {@link Window} of rows is held; each row that is
 * fed is drawn from the window, and the next one read takes its place: the order is a pure function
 * of the key, and rows move by about the window's length. Once an epoch's last row is read, the
 * first rows of the next one take the places that become free, so that it need not begin by filling
 * the window.
 */
final class StreamFeed implements Feed {
  private static final int NONE = -1;
  private static final int END = -2;

  private final Source source;
  private final Scaling scaling;
  private final LongPredicate chosen;
  private final int batch;
  private final int width;
  private final int most;
  private final float[] row;
  private final long known;
  private final long rows;
  private Window window = Window.EMPTY;
  private long number;
  private boolean again;
  private boolean ended;
  private @Nullable Cursor cursor;
  private @Nullable SplitMix random;

  /**
   * Counts the rows, by number where the source knows how many it has, else by reading it once; and
   * reads those that are held for shuffling, so that the first step need not wait for them.
   *
   * @param scaling applied to each row
   * @param chosen which rows, by number in the source
   * @param window rows held for shuffling; 1 for none
   * @throws AeException here or when it is read {@code AE-D010} if a value is not finite, {@code
   *     AE-D008} if the source has more or fewer rows than it said
   */
  StreamFeed(Source source, Scaling scaling, LongPredicate chosen, int batch, int window) {
    this.source = source;
    this.scaling = scaling;
    this.chosen = chosen;
    this.batch = batch;
    this.width = source.spec().features();
    this.most = window;
    this.row = new float[width];
    this.known = source.rows();
    try {
      rows = known < 0 ? countByReading() : countByNumber();
      if (window > 1) {
        fill();
      }
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private void fill() {
    window = window();
    open();
    for (int label; window.ahead() < window.most() && (label = read()) >= NONE; ) {
      window.addForNext(row, label);
    }
  }

  private Window window() {
    int fits = (int) Math.min(Math.min(most, Math.max(1, rows)), Integer.MAX_VALUE / width);
    return new Window(fits, width);
  }

  private long countByNumber() {
    return LongStream.range(0, known).filter(chosen).count();
  }

  private long countByReading() {
    long n = 0;
    open();
    while (read() >= NONE) {
      n++;
    }
    return n;
  }

  @Override
  public long rows() {
    return rows;
  }

  @Override
  public void start(long key, boolean more) {
    again = more;
    ended = false;
    if (key == AS_THEY_ARE) {
      random = null;
      open();
      return;
    }
    random = new SplitMix(key);
    if (window == Window.EMPTY) {
      window = window();
    }
    if (window.turn() == 0) {
      open();
    }
    for (int label; !window.full() && (label = read()) >= NONE; ) {
      window.add(row, label);
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
    for (; n < batch && window.count() > 0; n++) {
      int i = draws.nextInt(window.count());
      window.give(i, n, target);
      int label = ended ? END : read();
      if (label >= NONE) {
        window.replace(i, row, label);
      } else {
        window.remove(i);
        readAhead();
      }
    }
    return n;
  }

  /** Reads a row of the next epoch, if there is to be one, into the place that became free. */
  private void readAhead() {
    if (again && !ended) {
      open();
    }
    ended = true;
    int label = again ? read() : END;
    if (label >= NONE) {
      window.addForNext(row, label);
    }
  }

  private void open() {
    close();
    cursor = source.open();
    number = 0;
  }

  /** Reads the next chosen row and returns its label, {@link #END} past the last. */
  private int read() {
    Cursor c = cursor;
    while (c != null && c.next()) {
      if (number == known) {
        throw changed("more");
      }
      if (chosen.test(number++)) {
        c.values(row, 0);
        scaling.apply(row, 1);
        if (!Finite.all(row, 0, width)) {
          Finite.check(source.toString(), source.spec(), c.id(), number - 1, row, 0);
        }
        return Math.max(NONE, c.label());
      }
    }
    if (c != null && number < known) {
      throw changed("only " + number);
    }
    close();
    return END;
  }

  private AeException changed(String found) {
    return new AeException(
        "AE-D008",
        source
            + " must have the "
            + known
            + " rows that it had when it was opened, found "
            + found
            + ". Leave it as it is while a model is trained on it.");
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
