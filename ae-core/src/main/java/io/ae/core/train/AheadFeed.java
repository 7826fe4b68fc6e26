package io.ae.core.train;

import org.jspecify.annotations.Nullable;

/**
 * Makes the next batches of another feed ready on a thread of its own while a step runs: unpacking
 * and parsing take about as long as a small model. Batches, and what making one throws, come in the
 * order of the other feed; nothing is allocated for a batch.
 */
final class AheadFeed implements Feed {
  /** One that is copied from, one in the making. */
  private static final int LEAST_BATCHES = 2;

  /** So many bridge the time for which steps on all cores keep the thread waiting for one. */
  private static final int MOST_BATCHES = 8;

  /** Values of all batches, where more than the least are made ready. */
  private static final int ROOM = 1 << 22;

  private final Feed rows;
  private final ReadyBatch[] batches;

  /** Waiting on a monitor allocates nothing, on a lock's condition it does. */
  private final Object turn = new Object();

  private @Nullable Thread maker;
  private long made;
  private long used;
  private boolean stopped;
  private long waited;

  /**
   * @param rows used by the thread alone between {@link #next} and {@link #start} or {@link #close}
   * @param batch rows of a batch
   * @param width values of a row
   */
  AheadFeed(Feed rows, int batch, int width) {
    this.rows = rows;
    int fits = ROOM / Math.max(1, Math.multiplyExact(batch, width));
    batches = new ReadyBatch[Math.max(LEAST_BATCHES, Math.min(fits, MOST_BATCHES))];
    for (int i = 0; i < batches.length; i++) {
      batches[i] = new ReadyBatch(batch, width);
    }
  }

  @Override
  public long rows() {
    return rows.rows();
  }

  @Override
  public void start(long order, boolean again) {
    long began = System.nanoTime();
    stop();
    rows.start(order, again);
    waited += System.nanoTime() - began;
  }

  @Override
  public void skip(int batches) {
    rows.skip(batches);
  }

  @Override
  public int next(BatchTarget target) {
    if (maker == null) {
      begin();
    }
    long began = System.nanoTime();
    ReadyBatch batch = awaitMade();
    waited += System.nanoTime() - began;
    int n = batch.copyTo(target);
    if (n > 0) {
      synchronized (turn) {
        used++;
        turn.notifyAll();
      }
    }
    return n;
  }

  @Override
  public long waitedNanos() {
    return waited;
  }

  @Override
  public int nonZeros() {
    return rows.nonZeros();
  }

  @Override
  public void close() {
    stop();
    rows.close();
  }

  private void begin() {
    made = 0;
    used = 0;
    stopped = false;
    Thread thread = new Thread(this::make, "ae-rows-ahead");
    thread.setDaemon(true);
    thread.start();
    maker = thread;
  }

  /** The thread's work: batch after batch as there is room, until the epoch ends or fails. */
  private void make() {
    boolean more = true;
    while (more && awaitRoom()) {
      more = batches[(int) (made % batches.length)].fill(rows);
      synchronized (turn) {
        made++;
        turn.notifyAll();
      }
    }
  }

  /** Returns whether another batch is wanted. */
  private boolean awaitRoom() {
    synchronized (turn) {
      boolean interrupted = false;
      while (made - used == batches.length && !stopped) {
        try {
          turn.wait();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      restore(interrupted);
      return !stopped;
    }
  }

  private ReadyBatch awaitMade() {
    synchronized (turn) {
      boolean interrupted = false;
      while (made == used) {
        try {
          turn.wait();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      restore(interrupted);
      return batches[(int) (used % batches.length)];
    }
  }

  /** Ends the thread, after the batch that it is making. */
  private void stop() {
    Thread thread = maker;
    if (thread == null) {
      return;
    }
    synchronized (turn) {
      stopped = true;
      turn.notifyAll();
    }
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    restore(interrupted);
    maker = null;
  }

  private static void restore(boolean interrupted) {
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
