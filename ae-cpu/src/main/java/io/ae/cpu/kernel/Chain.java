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
  private final int unit;
  private final int tile;

  /**
   * @param ops loads, functions and stores in order
   * @param extent elements of every value in the chain
   * @param geometry the shard's rows
   * @param unit elements that stay together where each shard does its part of values that are not
   *     cut; 0 if a shard does all of its values
   * @param tile elements at a time
   */
  public Chain(TileOp[] ops, Extent extent, Geometry geometry, int unit, int tile) {
    this.ops = ops;
    this.extent = extent;
    this.geometry = geometry;
    this.unit = unit;
    this.tile = tile;
  }

  @Override
  public void run() {
    run(from(), to());
    end();
  }

  /** Returns the first element that this shard computes. */
  int from() {
    return unit == 0 ? 0 : geometry.partFrom(units()) * unit;
  }

  /** Returns the end of the elements that this shard computes. */
  int to() {
    int count = extent.elements(geometry);
    return unit == 0 ? count : Math.min(count, geometry.partTo(units()) * unit);
  }

  private int units() {
    return (extent.elements(geometry) + unit - 1) / unit;
  }

  /** Ends a run, when all of its elements are computed. */
  void end() {
    for (TileOp op : ops) {
      op.end();
    }
  }

  /** Computes elements of a range. */
  void run(int from, int to) {
    for (TileOp op : ops) {
      op.begin();
    }
    for (int at = from; at < to; at += tile) {
      int n = Math.min(tile, to - at);
      for (TileOp op : ops) {
        op.run(at, n);
      }
    }
  }
}
