package io.ae.cpu.schedule;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where threads wait for each other: briefly in a loop, then by yielding, so that a busy process
 * beside it gets the core it needs and the waiting thread gets it back.
 */
final class Barrier {
  /**
   * How long it looks before it yields: balanced shards meet in this time, and a yield beside a
   * busy process costs that process's whole turn.
   */
  static final long LOOK_NANOS = 100_000;

  /** Looks between two readings of the clock. */
  private static final int LOOKS = 1 << 6;

  private final int threads;
  private final AtomicInteger arrived = new AtomicInteger();
  private volatile int round;
  private volatile long longest;

  Barrier(int threads) {
    this.threads = threads;
  }

  /** Waits until all threads have arrived. */
  void await() {
    int mine = round;
    if (arrived.incrementAndGet() == threads) {
      arrived.set(0);
      round = mine + 1;
      return;
    }
    long since = System.nanoTime();
    boolean patient = true;
    for (int i = 1; round == mine; i++) {
      if (patient) {
        Thread.onSpinWait();
        patient = i % LOOKS != 0 || System.nanoTime() - since < LOOK_NANOS;
      } else {
        Thread.yield();
      }
    }
    if (!patient) {
      longest = Math.max(longest, System.nanoTime() - since);
    }
  }

  /** Returns the longest time that a thread yielded at it since this was last asked; 0 if none. */
  long longest() {
    long waited = longest;
    if (waited > 0) {
      longest = 0;
    }
    return waited;
  }
}
