package io.ae.cpu.kernel;

/** A matrix in each unit transposed: channels put last, or before the planes again. */
public final class Transposition implements UnitStep.Kernel {
  private final int rows;
  private final int columns;
  private final Operand x;
  private final Operand y;

  /**
   * @param rows rows of the input's matrix
   * @param columns its columns
   * @param x input, reals or indices
   * @param y result, as the input
   */
  public Transposition(int rows, int columns, Operand x, Operand y) {
    this.rows = rows;
    this.columns = columns;
    this.x = x;
    this.y = y;
  }

  @Override
  public void run(int units) {
    for (int u = 0; u < units; u++) {
      int base = u * rows * columns;
      for (int r = 0; r < rows; r++) {
        if (x.reals().length > 0) {
          row(x.reals(), base + r * columns, y.reals(), base + r);
        } else {
          row(x.ints(), base + r * columns, y.ints(), base + r);
        }
      }
    }
  }

  private void row(float[] from, int at, float[] to, int first) {
    for (int c = 0; c < columns; c++) {
      to[first + c * rows] = from[at + c];
    }
  }

  private void row(int[] from, int at, int[] to, int first) {
    for (int c = 0; c < columns; c++) {
      to[first + c * rows] = from[at + c];
    }
  }
}
