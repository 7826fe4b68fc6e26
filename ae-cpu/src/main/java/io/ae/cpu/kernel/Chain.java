package io.ae.cpu.kernel;

import io.ae.cpu.memory.Extent;
import io.ae.cpu.memory.Geometry;

/**
 * Elementwise ops fused into one pass: per tile, load from native memory, run a list of plain loops
 * over heap arrays, store. What only the chain itself uses never reaches native memory.
 */
public final class Chain implements Step {
  private final TileOp[] ops;
  private final Extent extent;
  private final Geometry geometry;
  private final boolean split;

  /**
   * @param ops loads, functions and stores in order
   * @param extent elements of every value in the chain
   * @param geometry the shard's rows
   * @param split whether each shard does its part of values that are not cut
   */
  public Chain(TileOp[] ops, Extent extent, Geometry geometry, boolean split) {
    this.ops = ops;
    this.extent = extent;
    this.geometry = geometry;
    this.split = split;
  }

  @Override
  public void run() {
    int count = extent.elements(geometry);
    int from = split ? geometry.splitFrom(count) : 0;
    int to = split ? geometry.splitTo(count) : count;
    if (from == to) {
      return;
    }
    for (TileOp op : ops) {
      op.begin();
    }
    for (int at = from; at < to; at += TILE) {
      int n = Math.min(TILE, to - at);
      for (TileOp op : ops) {
        op.run(at, n);
      }
    }
  }
}
