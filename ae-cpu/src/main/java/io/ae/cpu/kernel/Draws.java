package io.ae.cpu.kernel;

import io.ae.api.graph.Draw;
import io.ae.api.graph.Philox;
import io.ae.cpu.memory.Extent;
import io.ae.cpu.memory.Geometry;
import io.ae.cpu.memory.Slot;

/** Random numbers, keyed by absolute row and flat column. */
public final class Draws implements Step {
  private final Philox philox;
  private final boolean normal;
  private final Slot step;
  private final Slot out;
  private final int[] words = new int[2 * TILE];
  private final float[] tile = new float[TILE];

  /**
   * @param op distribution, stream and shape
   * @param seed the run's seed
   * @param step the global step
   * @param out the numbers
   */
  public Draws(Draw op, long seed, Slot step, Slot out) {
    philox = new Philox(seed, op.stream());
    normal = op.distribution() == Draw.Distribution.NORMAL;
    this.step = step;
    this.out = out;
  }

  @Override
  public void run() {
    Geometry g = out.geometry();
    Extent extent = out.extent();
    int columns = extent.inner(g);
    if (!extent.cut()) {
      row(0, 0, columns);
      return;
    }
    for (int r = 0; r < g.rows(); r++) {
      row(g.firstRow() + g.rowFrom() + r, r * columns, columns);
    }
  }

  private void row(long row, int at, int columns) {
    long now = step.step();
    for (int from = 0; from < columns; from += TILE) {
      int n = Math.min(TILE, columns - from);
      if (normal) {
        philox.bits(now, row, 2 * from, 2 * (from + n), words, 0);
        for (int i = 0; i < n; i++) {
          tile[i] = (float) Philox.normal(words[2 * i], words[2 * i + 1]);
        }
      } else {
        philox.bits(now, row, from, from + n, words, 0);
        for (int i = 0; i < n; i++) {
          tile[i] = Philox.uniform(words[i]);
        }
      }
      out.store(at + from, tile, n);
    }
  }
}
