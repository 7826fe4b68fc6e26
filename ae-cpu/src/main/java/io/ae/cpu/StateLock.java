package io.ae.cpu;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;

/**
 * Who may touch the state. Runs that write take turns for their whole length; runs that only read
 * share it, and are kept out of the update alone, never out of a step.
 */
final class StateLock {
  private final ReentrantLock turns = new ReentrantLock(true);
  private final StampedLock state = new StampedLock();
  private final AtomicLong version = new AtomicLong();

  void beginTurn() {
    turns.lock();
  }

  void endTurn() {
    turns.unlock();
  }

  long beginUpdate() {
    return state.writeLock();
  }

  void endUpdate(long stamp) {
    version.incrementAndGet();
    state.unlockWrite(stamp);
  }

  /** Returns another number after each update; it stays between beginRead and endRead. */
  long version() {
    return version.get();
  }

  long beginRead() {
    return state.readLock();
  }

  void endRead(long stamp) {
    state.unlockRead(stamp);
  }
}
