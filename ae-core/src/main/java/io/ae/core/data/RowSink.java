package io.ae.core.data;

import java.util.List;

/** Takes rows of numbers block by block, in order. */
@FunctionalInterface
public interface RowSink {
  /**
   * Takes the next rows; all of it is valid during the call only.
   *
   * @param ids one for each row; none where nobody wants them
   * @param values row-major, {@code [rows, width]}, or more
   * @param rows how many
   */
  void add(List<String> ids, float[] values, int rows);
}
