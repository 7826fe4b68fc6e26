package io.ae.cpu.schedule;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where threads wait for each other: briefly in a loop, then by yielding, so that a busy process
 * beside it gets the core it needs and the waiting thread gets it back.
 */
final class Barrier {
  /** Looks before the first yield: some microseconds, in which balanced shards meet. */
  private static final int LOOKS = 1 << 10;

  private final int threads;
  private final AtomicInteger arrived = new AtomicInteger();
  private volatile int round;

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
    for (int i = 0; round == mine; i++) {
      if (i < LOOKS) {
        Thread.onSpinWait();
      } else {
        Thread.yield();
      }
    }
  }
}
