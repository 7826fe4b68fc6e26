package io.ae.api.backend;

import io.ae.api.graph.DType;
import io.ae.api.graph.Program;
import java.nio.ByteBuffer;

/**
 * A compiled program with its one state. Safe for use by many threads: training through one session
 * is seen by the next run of another, which sees all of a step's writes or none. A run that only
 * reads waits for an update at most, never for a step; runs that write take turns.
 */
public interface CompiledModel extends AutoCloseable {
  /** Returns what was compiled. */
  Program program();

  /**
   * Binds memory for runs of one function.
   *
   * @param function name in the program
   * @param maxRows the most rows a run will have, at least 1
   * @param maxNonZeros the most non-zeros of sparse rows, 0 if there are none
   */
  Session session(String function, int maxRows, int maxNonZeros);

  /** Binds memory for runs of one function without sparse rows. */
  default Session session(String function, int maxRows) {
    return session(function, maxRows, 0);
  }

  /** Returns the type in which a variable crosses {@link #read} and {@link #write}. */
  DType type(String variable);

  /**
   * Copies a variable's value, row-major in native byte order, into the buffer from its position.
   */
  void read(String variable, ByteBuffer into);

  /** Sets a variable from the buffer's remaining bytes, row-major in native byte order. */
  void write(String variable, ByteBuffer from);

  /** Ends it after running sessions have ended; twice is fine, later runs are refused. */
  @Override
  void close();
}
