package io.ae.core;

import io.ae.api.AeException;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** Lets many calls run at once until the end, which waits for those that run. */
final class Lifetime {
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final String what;
  private final String remedy;
  private boolean over;

  /**
   * @param what the thing that ends, for messages
   * @param remedy a sentence: what to do if it was needed longer
   */
  Lifetime(String what, String remedy) {
    this.what = what;
    this.remedy = remedy;
  }

  /**
   * Runs a call that the end waits for.
   *
   * @throws AeException {@code AE-M001} after the end
   */
  <T> T during(Supplier<T> call) {
    lock.readLock().lock();
    try {
      if (over) {
        throw new AeException("AE-M001", what + " is closed. " + remedy);
      }
      return call.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  /**
   * Ends it; the first time {@code last} is run, after all calls.
   *
   * @throws IllegalStateException from within a call, which would wait for itself
   */
  void end(Runnable last) {
    if (lock.getReadHoldCount() > 0) {
      throw new IllegalStateException(what + " cannot be closed from within one of its calls");
    }
    lock.writeLock().lock();
    try {
      if (!over) {
        over = true;
        last.run();
      }
    } finally {
      lock.writeLock().unlock();
    }
  }
}
