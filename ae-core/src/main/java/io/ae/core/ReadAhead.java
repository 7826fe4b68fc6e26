package io.ae.core;

import io.ae.core.data.Scaling;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reads and scales the next block on a thread of its own while the present one is worked on:
 * unpacking and parsing take about as long as a small model.
 */
final class ReadAhead implements RowBlocks {
  /** One at work, one ready, one being read. */
  private static final int BLOCKS = 3;

  private final BlockingQueue<RowBlock> free = new ArrayBlockingQueue<>(BLOCKS);
  private final BlockingQueue<Read> ready = new ArrayBlockingQueue<>(BLOCKS);
  private final Thread thread;
  private @Nullable RowBlock lent;

  /**
   * What reading gave.
   *
   * @param block without rows past the last one
   * @param failure what reading threw instead
   */
  private record Read(RowBlock block, @Nullable Throwable failure) {}

  ReadAhead(RowReader reader, Scaling scaling, int most, int features) {
    for (int i = 0; i < BLOCKS; i++) {
      free.add(new RowBlock(most, features));
    }
    thread = new Thread(() -> readAll(reader, scaling), "ae-read-ahead");
    thread.setDaemon(true);
    thread.start();
  }

  private void readAll(RowReader reader, Scaling scaling) {
    try {
      boolean more = true;
      while (more) {
        RowBlock block = free.take();
        Throwable failure = null;
        try {
          more = block.fill(reader, scaling);
        } catch (RuntimeException | Error e) {
          failure = e;
          more = false;
        }
        ready.put(new Read(block, failure));
      }
    } catch (InterruptedException e) {
      // Closed before the last row: the blocks are wanted no longer.
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public RowBlock next() {
    RowBlock done = lent;
    if (done != null) {
      if (done.rows() == 0) {
        return done;
      }
      free.add(done);
    }
    Read read = take();
    lent = read.block();
    if (read.failure() instanceof RuntimeException e) {
      throw e;
    }
    if (read.failure() instanceof Error e) {
      throw e;
    }
    return read.block();
  }

  private Read take() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return ready.take();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Ends reading; the reader is then no longer used. */
  @Override
  public void close() {
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
