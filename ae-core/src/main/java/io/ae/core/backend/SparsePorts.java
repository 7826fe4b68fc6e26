package io.ae.core.backend;

import io.ae.api.AeException;
import io.ae.core.backend.kernel.Extent;
import io.ae.core.backend.kernel.Tensor;

/** The three buffers of sparse rows, checked as they come in. */
record SparsePorts(
    String name, int width, int maxNonZeros, Port lengths, Port columns, Port values, Tensor into) {
  /**
   * Reads the rows of a run.
   *
   * @return non-zeros of the run
   * @throws AeException {@code AE-B022} for too many non-zeros, {@code AE-B023} for columns outside
   *     the row or not ascending
   */
  int load(Extent extent, int rows) {
    int[] offsets = extent.offsets();
    long total = 0;
    for (int i = 0; i < rows; i++) {
      int length = lengths.index(i);
      total += length;
      if (length < 0 || total > maxNonZeros) {
        throw new AeException(
            "AE-B022",
            length < 0
                ? name + ".lengths: row " + i + " has " + length + " non-zeros"
                : "more non-zeros than the session's "
                    + maxNonZeros
                    + " by row "
                    + i
                    + "; open a session for more");
      }
      offsets[i + 1] = (int) total;
    }
    columns.load(into, (int) total);
    values.load(into, (int) total);
    check(offsets, rows);
    return (int) total;
  }

  private void check(int[] offsets, int rows) {
    for (int row = 0; row < rows; row++) {
      int before = -1;
      for (int i = offsets[row]; i < offsets[row + 1]; i++) {
        int column = into.indices()[i];
        if (column <= before || column >= width) {
          throw new AeException(
              "AE-B023",
              name
                  + ".columns: row "
                  + row
                  + " has column "
                  + column
                  + " after "
                  + before
                  + "; columns ascend within [0, "
                  + width
                  + ")");
        }
        before = column;
      }
    }
  }
}
