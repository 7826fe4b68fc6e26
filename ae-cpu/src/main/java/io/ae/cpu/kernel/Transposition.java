package io.ae.cpu.kernel;

import io.ae.cpu.memory.Slot;
import io.ae.cpu.onednn.Reorder;

/** A matrix in each unit transposed: channels put last, or before the planes again. */
public final class Transposition implements Step {
  private final Reorder matrix;
  private final int elements;
  private final Slot x;
  private final Slot y;

  /**
   * @param matrix transposes one
   * @param elements of a matrix, at least 1
   * @param x input
   * @param y result
   */
  public Transposition(Reorder matrix, int elements, Slot x, Slot y) {
    this.matrix = matrix;
    this.elements = elements;
    this.x = x;
    this.y = y;
  }

  @Override
  public void run() {
    int units = x.count() / elements;
    for (int u = 0; u < units; u++) {
      long offset = (long) Float.BYTES * u * elements;
      matrix.run(x.address() + offset, y.address() + offset);
    }
  }
}
