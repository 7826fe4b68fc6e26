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
  private final int[] words;
  private final float[] tile;

  /**
   * @param op distribution, stream and shape
   * @param seed the run's seed
   * @param step the global step
   * @param out the numbers
   * @param words room on the heap, free between steps
   * @param tile room on the heap, free between steps
   */
  public Draws(Draw op, long seed, Slot step, Slot out, int[] words, float[] tile) {
    philox = new Philox(seed, op.stream());
    normal = op.distribution() == Draw.Distribution.NORMAL;
    this.step = step;
    this.out = out;
    this.words = words;
    this.tile = tile;
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
    int block = normal ? TILE / 2 : TILE;
    for (int from = 0; from < columns; from += block) {
      int n = Math.min(block, columns - from);
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
