package io.ae.api.backend;

import io.ae.api.graph.DType;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Memory bound for runs of one function; used by one thread at a time. Fill the inputs, run, read
 * the outputs: nothing is allocated. Sparse input {@code x} is three inputs: {@code x.lengths}
 * (non-zeros of each row, i32 {@code [B]}), {@code x.columns} (i32 {@code [N]}, ascending within a
 * row) and {@code x.values} (real {@code [N]}).
 */
public interface Session extends AutoCloseable {
  /**
   * Returns the session's own buffer of an input, row-major in native byte order, position 0, with
   * room for the most rows. A run reads its first rows.
   *
   * @throws io.ae.api.AeException {@code AE-B020} if the function has no such input
   */
  ByteBuffer input(String name);

  /**
   * Returns the session's own buffer of an output; a run fills its first rows.
   *
   * @throws io.ae.api.AeException {@code AE-B020} if the function has no such output
   */
  ByteBuffer output(String name);

  /** Returns the element type of an input or output. */
  DType type(String name);

  /**
   * Runs the function once.
   *
   * @param rows rows of this batch, from 0 to the most; 0 is refused for functions that write
   * @param firstRow absolute index of the first, which keys random numbers
   * @throws io.ae.api.AeException {@code AE-B021} if closed, {@code AE-B022} for a number of rows
   *     or non-zeros beyond the session's, {@code AE-B023} for an index outside its table
   */
  void run(int rows, long firstRow);

  /**
   * Has the rows of the inputs filled and runs, as filling them and {@link #run(int, long)} do. A
   * backend may have its threads fill the rows, or the columns, on which they compute, each its
   * own; where a function has a sparse input, one call fills all rows.
   *
   * @param filler is asked for each element once, if it refuses no part, and before anything is
   *     computed from it
   * @throws io.ae.api.AeException as {@link #run(int, long)} does, and whatever the filler throws;
   *     the state is then as it was
   */
  default void run(int rows, long firstRow, Filler filler) {
    filler.fill(0, rows);
    run(rows, firstRow);
  }

  /** Fills rows of a session's inputs. */
  @FunctionalInterface
  interface Filler {
    /**
     * Fills the rows {@code [from, to)} of every input that has rows. Other rows may be asked for
     * on other threads at the same time.
     */
    void fill(int from, int to);

    /**
     * Fills of the rows {@code [from, to)} of one input the elements {@code [left, right)} of each,
     * if it can: a backend whose threads compute on columns asks for this first. Other parts may be
     * asked for on other threads at the same time.
     *
     * @param input a dense input that has rows
     * @return whether it did; if not, nothing of it is filled, and rows of all inputs are asked for
     */
    default boolean fill(String input, int from, int to, int left, int right) {
      return false;
    }
  }

  /**
   * Returns where the time of the runs so far went, in the order of execution; empty unless the
   * backend was opened with {@link BackendSettings#timed} and measures itself. Not to be called
   * during a run.
   */
  default List<StepTime> times() {
    return List.of();
  }

  /** Frees the memory; twice is fine. */
  @Override
  void close();
}
