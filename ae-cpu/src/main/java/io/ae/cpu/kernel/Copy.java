package io.ae.cpu.kernel;

import io.ae.cpu.memory.Geometry;
import io.ae.cpu.memory.Slot;

/** Copies a value's words, whatever they mean; values of four bytes. */
public final class Copy implements Step {
  private final Slot from;
  private final Slot to;
  private final boolean split;
  private final int[] tile;

  /**
   * @param from source
   * @param to target
   * @param split whether each shard copies its part of a value that is not cut
   * @param tile room on the heap, free between steps
   */
  public Copy(Slot from, Slot to, boolean split, int[] tile) {
    this.from = from;
    this.to = to;
    this.split = split;
    this.tile = tile;
  }

  @Override
  public void run() {
    Geometry g = from.geometry();
    int count = from.count();
    int end = split ? g.splitTo(count) : count;
    for (int at = split ? g.splitFrom(count) : 0; at < end; at += TILE) {
      int n = Math.min(TILE, end - at);
      from.load(at, tile, n);
      to.store(at, tile, n);
    }
  }
}
