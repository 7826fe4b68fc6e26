package io.ae.cpu.kernel;

/**
 * A chain over a shard's columns in all rows of the batch, some whole rows of them a tile. Its ops
 * count elements row by row within those columns.
 */
public final class ColumnChain implements Step {
  private final TileOp[] ops;
  private final Columns columns;

  /**
   * @param ops loads, functions and stores in order
   * @param columns what the shard computes; no more than a tile has elements
   */
  public ColumnChain(TileOp[] ops, Columns columns) {
    this.ops = ops;
    this.columns = columns;
  }

  @Override
  public void run() {
    for (TileOp op : ops) {
      op.begin();
    }
    int count = columns.count();
    int rows = count == 0 ? 0 : columns.rows();
    int height = TILE / Math.max(1, count);
    for (int row = 0; row < rows; row += height) {
      int n = Math.min(height, rows - row) * count;
      for (TileOp op : ops) {
        op.run(row * count, n);
      }
    }
    for (TileOp op : ops) {
      op.end();
    }
  }
}
