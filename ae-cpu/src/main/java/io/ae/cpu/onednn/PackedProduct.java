package io.ae.cpu.onednn;

import org.bytedeco.dnnl.dnnl_stream;
import org.jspecify.annotations.Nullable;

/**
 * Row-major products {@code c = f(a · w + bias)} with a {@link PackedFactor}. A primitive has a
 * fixed number of rows: any number is done in panels of two heights, the last one over some rows
 * that were done already, so that no size makes a primitive of its own. One object serves one
 * thread.
 */
public final class PackedProduct implements AutoCloseable {
  /** Rows of a large panel, whose factors and result a core's own cache still holds. */
  static final int MOST_ROWS = 256;

  /** Rows of a small panel; with fewer rows there is little to gain. */
  public static final int LEAST_ROWS = 64;

  /** Columns and inner size from which on packing pays. */
  private static final int LEAST_SIDE = 128;

  private final OneDnn library;
  private final dnnl_stream stream;
  private final PackedFactor factor;
  private final Epilogue epilogue;
  private @Nullable Panel large;
  private @Nullable Panel small;
  private boolean refused;

  PackedProduct(OneDnn library, dnnl_stream stream, PackedFactor factor, Epilogue epilogue) {
    this.library = library;
    this.stream = stream;
    this.factor = factor;
    this.epilogue = epilogue;
  }

  /** Returns whether a factor of these sizes is worth a copy. */
  public static boolean pays(int inner, int columns) {
    return inner >= LEAST_SIDE && columns >= LEAST_SIDE;
  }

  /**
   * Multiplies, if there are enough rows and oneDNN has more than a reference kernel for it.
   *
   * @param rows of the left factor
   * @param a machine address of the left factor
   * @param bias machine address of the bias, unused if there is none
   * @param c machine address of the result
   * @return whether it did
   */
  public boolean run(int rows, long a, long bias, long c) {
    if (rows < LEAST_ROWS || refused) {
      return false;
    }
    try {
      panels(rows, a, bias, c);
    } catch (Execution.ReferenceOnly e) {
      refused = true;
    }
    return !refused;
  }

  private void panels(int rows, long a, long bias, long c) {
    int done = 0;
    while (done < rows) {
      Panel panel = rows - done >= MOST_ROWS ? large() : small();
      int from = Math.min(done, rows - panel.rows());
      panel.run(
          a + (long) Float.BYTES * from * factor.rows(),
          factor.address(),
          bias,
          c + (long) Float.BYTES * from * factor.columns());
      done = from + panel.rows();
    }
  }

  private Panel large() {
    Panel panel = large;
    if (panel == null) {
      panel = new Panel(library, stream, factor, MOST_ROWS, epilogue);
      large = panel;
    }
    return panel;
  }

  private Panel small() {
    Panel panel = small;
    if (panel == null) {
      panel = new Panel(library, stream, factor, LEAST_ROWS, epilogue);
      small = panel;
    }
    return panel;
  }

  @Override
  public void close() {
    if (large != null) {
      large.close();
    }
    if (small != null) {
      small.close();
    }
  }
}
