package io.ae.cpu.kernel;

/**
 * Elementwise ops fused into one pass: per tile, load from native memory, run a list of plain loops
 * over heap arrays, store. What only the chain itself uses never reaches native memory.
 */
public final class Chain implements Step {
  private final TileOp[] ops;
  private final Cut cut;
  private final int tile;

  /**
   * @param ops loads, functions and stores in order
   * @param cut elements of every value in the chain
   * @param tile elements at a time
   */
  public Chain(TileOp[] ops, Cut cut, int tile) {
    this.ops = ops;
    this.cut = cut;
    this.tile = tile;
  }

  @Override
  public void run() {
    run(cut.from(), cut.to());
    end();
  }

  /** Returns the elements that this shard computes. */
  Cut cut() {
    return cut;
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
