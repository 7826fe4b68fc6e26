package io.ae.cpu;

import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;

/**
 * Who may touch the state. Runs that write take turns for their whole length; runs that only read
 * share it, and are kept out of the update alone, never out of a step.
 */
final class StateLock {
  private final ReentrantLock turns = new ReentrantLock(true);
  private final StampedLock state = new StampedLock();

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
    state.unlockWrite(stamp);
  }

  long beginRead() {
    return state.readLock();
  }

  void endRead(long stamp) {
    state.unlockRead(stamp);
  }
}
