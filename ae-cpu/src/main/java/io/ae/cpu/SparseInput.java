package io.ae.cpu;

import io.ae.api.AeException;
import io.ae.api.graph.Function;
import io.ae.cpu.memory.NativeBlock;
import io.ae.cpu.plan.Capacity;
import io.ae.cpu.plan.Plan;
import org.jspecify.annotations.Nullable;

/** The sparse rows of a run: where each starts, checked before any step looks at a column. */
final class SparseInput {
  private final @Nullable String name;
  private final Capacity capacity;
  private final NativeBlock block;
  private final int lengths;
  private final int columns;
  private final int width;
  private final int[] starts;

  SparseInput(Plan plan, Function function, Capacity capacity, NativeBlock block) {
    name = plan.sparse();
    this.capacity = capacity;
    this.block = block;
    if (name == null) {
      lengths = 0;
      columns = 0;
      width = 0;
      starts = new int[0];
    } else {
      lengths = plan.word(name + ".lengths");
      columns = plan.word(name + ".columns");
      width = plan.sparseWidth(function);
      starts = new int[capacity.rows() + 1];
    }
  }

  /** Returns where each row starts, one entry more than rows; empty without sparse rows. */
  int[] starts() {
    return starts;
  }

  /** Works out where rows start. */
  void prepare(int rows) {
    if (name == null) {
      return;
    }
    for (int r = 0; r < rows; r++) {
      int length = block.ints().get(lengths + r);
      long next = (long) starts[r] + length;
      if (length < 0 || next > capacity.nonZeros()) {
        throw new AeException(
            "AE-B022",
            "sparse input '"
                + name
                + "': room for "
                + capacity.nonZeros()
                + " non-zeros, but row "
                + r
                + " has "
                + length
                + " after "
                + starts[r]
                + ". Open a session with more room");
      }
      starts[r + 1] = (int) next;
    }
    for (int i = 0; i < starts[rows]; i++) {
      int column = block.ints().get(columns + i);
      if (column < 0 || column >= width) {
        throw new AeException(
            "AE-B023",
            "sparse input '"
                + name
                + "': a column from 0 to "
                + (width - 1)
                + " was wanted, found "
                + column);
      }
    }
  }
}
