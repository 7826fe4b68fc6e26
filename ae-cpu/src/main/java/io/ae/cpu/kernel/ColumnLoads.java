package io.ae.cpu.kernel;

import io.ae.cpu.memory.Slot;

/** How the tiles of a chain over columns come from memory that all shards see, and go back. */
public final class ColumnLoads {
  private ColumnLoads() {}

  /** Reads reals of a value of rows. */
  public static TileOp load(Slot slot, Columns columns, float[] tile) {
    return (from, n) -> {
      int count = columns.count();
      int word = columns.word(from);
      for (int at = 0; at < n; at += count, word += columns.width()) {
        slot.loadOfAll(word, tile, at, count);
      }
    };
  }

  /** Writes reals of a value of rows. */
  public static TileOp store(Slot slot, Columns columns, float[] tile) {
    return (from, n) -> {
      int count = columns.count();
      int word = columns.word(from);
      for (int at = 0; at < n; at += count, word += columns.width()) {
        slot.storeOfAll(word, tile, at, count);
      }
    };
  }

  /** Spreads a vector, one number a column, over rows. */
  public static final class Vector implements TileOp {
    private final Slot slot;
    private final Columns columns;
    private final float[] tile;
    private final boolean repeats;
    private boolean filled;

    /**
     * @param slot the vector
     * @param columns what the shard computes
     * @param tile what is filled
     * @param repeats whether nobody else fills the tile, so that one filling does for a run
     */
    public Vector(Slot slot, Columns columns, float[] tile, boolean repeats) {
      this.slot = slot;
      this.columns = columns;
      this.tile = tile;
      this.repeats = repeats;
    }

    @Override
    public void begin() {
      filled = false;
    }

    @Override
    public void run(int from, int n) {
      if (filled) {
        return;
      }
      filled = repeats;
      int count = columns.count();
      slot.load(columns.from(), tile, count);
      for (int at = count; at < n; at += count) {
        System.arraycopy(tile, 0, tile, at, count);
      }
    }
  }
}
