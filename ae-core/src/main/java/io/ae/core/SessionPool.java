package io.ae.core;

import io.ae.api.backend.CompiledModel;
import io.ae.api.backend.Session;
import io.ae.api.graph.Function;
import io.ae.api.graph.Kind;
import io.ae.core.train.SessionInputs;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;

/** Sessions of one function, made when they are needed and lent to one thread at a time. */
final class SessionPool implements AutoCloseable {
  /** Values of a block at most: what a session's buffers may take. */
  private static final int BLOCK = 1 << 22;

  private static final int ROWS = 512;

  /**
   * A session and its inputs.
   *
   * @param session to run
   * @param inputs to fill with rows before
   */
  record Lent(Session session, SessionInputs inputs) {}

  private final CompiledModel model;
  private final Function function;
  private final int features;
  private final Semaphore free;
  private final Deque<Lent> idle = new ArrayDeque<>();

  /**
   * @param features values of a row
   * @param most sessions at once; further threads wait
   */
  SessionPool(CompiledModel model, Function function, int features, int most) {
    this.model = model;
    this.function = function;
    this.features = features;
    this.free = new Semaphore(most);
  }

  /** Returns how many rows a session takes. */
  static int rows(int features) {
    return Math.max(1, Math.min(ROWS, BLOCK / Math.max(1, features)));
  }

  /** Lends a session, waiting for one if need be, and returns what the work gives. */
  <T> T use(java.util.function.Function<Lent, T> work) {
    free.acquireUninterruptibly();
    try {
      Lent session = take();
      try {
        return work.apply(session);
      } finally {
        give(session);
      }
    } finally {
      free.release();
    }
  }

  private Lent take() {
    synchronized (idle) {
      if (!idle.isEmpty()) {
        return idle.pop();
      }
    }
    int rows = rows(features);
    boolean sparse =
        function.inputs().stream().anyMatch(input -> input.type().kind() == Kind.SPARSE);
    Session session = model.session(function.name(), rows, sparse ? rows * features : 0);
    return new Lent(session, new SessionInputs(session, function, features));
  }

  private void give(Lent session) {
    synchronized (idle) {
      idle.push(session);
    }
  }

  /** Closes the idle sessions: all of them, once no call runs. */
  @Override
  public void close() {
    synchronized (idle) {
      idle.forEach(lent -> lent.session().close());
      idle.clear();
    }
  }
}
