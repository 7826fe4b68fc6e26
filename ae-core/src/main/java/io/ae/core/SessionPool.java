package io.ae.core;

import io.ae.api.backend.CompiledModel;
import io.ae.api.backend.Session;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Sessions of one function, made when they are needed and lent to one thread at a time. */
final class SessionPool implements AutoCloseable {
  private final CompiledModel model;
  private final String function;
  private final int maxRows;
  private final int maxNonZeros;
  private final Semaphore free;
  private final Deque<Session> idle = new ArrayDeque<>();

  /**
   * @param most sessions at once; further threads wait
   */
  SessionPool(CompiledModel model, String function, int maxRows, int maxNonZeros, int most) {
    this.model = model;
    this.function = function;
    this.maxRows = maxRows;
    this.maxNonZeros = maxNonZeros;
    this.free = new Semaphore(most);
  }

  /** Lends a session, waiting for one if need be. */
  void use(Consumer<Session> work) {
    free.acquireUninterruptibly();
    try {
      Session session = take();
      try {
        work.accept(session);
      } finally {
        give(session);
      }
    } finally {
      free.release();
    }
  }

  private Session take() {
    synchronized (idle) {
      if (!idle.isEmpty()) {
        return idle.pop();
      }
    }
    return model.session(function, maxRows, maxNonZeros);
  }

  private void give(Session session) {
    synchronized (idle) {
      idle.push(session);
    }
  }

  /** Closes the idle sessions: all of them, once no call runs. */
  @Override
  public void close() {
    synchronized (idle) {
      idle.forEach(Session::close);
      idle.clear();
    }
  }
}
