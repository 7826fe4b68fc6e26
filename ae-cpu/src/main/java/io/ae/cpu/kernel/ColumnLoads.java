package io.ae.cpu.kernel;

import io.ae.cpu.memory.Slot;
import java.util.Arrays;

/** How the tiles of a chain over columns come from memory that all shards see, and go back. */
public final class ColumnLoads {
  private ColumnLoads() {}

  /** Reads reals of a value of rows. */
  public static TileOp load(Slot slot, Columns columns, float[] tile) {
    return (from, n) -> {
      int count = columns.count();
      int word = from / count * columns.width() + columns.from();
      for (int at = 0; at < n; at += count, word += columns.width()) {
        slot.loadOfAll(word, tile, at, count);
      }
    };
  }

  /** Writes reals of a value of rows. */
  public static TileOp store(Slot slot, Columns columns, float[] tile) {
    return (from, n) -> {
      int count = columns.count();
      int word = from / count * columns.width() + columns.from();
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

  /** Sums a shard's columns over all rows; the other columns of its part are 0. */
  public static final class ColumnSums implements TileOp {
    private final float[] tile;
    private final Slot part;
    private final Columns columns;
    private final float[] folded = new float[Step.TILE];
    private final float[] upper = new float[Step.TILE];

    /**
     * @param tile what is summed
     * @param part one number a column, the shard's own
     * @param columns what the shard computes
     */
    public ColumnSums(float[] tile, Slot part, Columns columns) {
      this.tile = tile;
      this.part = part;
      this.columns = columns;
    }

    @Override
    public void begin() {
      Arrays.fill(folded, 0);
    }

    @Override
    public void run(int from, int n) {
      Loops.add(folded, tile, folded, n);
    }

    @Override
    public void end() {
      part.store(0, Loops.ZEROS, columns.width());
      int count = columns.count();
      if (count > 0) {
        Loops.foldRows(folded, upper, Step.TILE / count, count, false);
        part.store(columns.from(), folded, count);
      }
    }
  }

  /** Sums each row over a shard's columns. */
  public static final class RowSums implements TileOp {
    private final float[] tile;
    private final Slot part;
    private final Columns columns;
    private final float[] row = new float[Step.TILE];
    private final float[] half = new float[Step.TILE / 2];
    private final float[] sums = new float[Step.TILE];

    /**
     * @param tile what is summed
     * @param part one number a row, the shard's own part of each
     * @param columns what the shard computes
     */
    public RowSums(float[] tile, Slot part, Columns columns) {
      this.tile = tile;
      this.part = part;
      this.columns = columns;
    }

    @Override
    public void run(int from, int n) {
      int count = columns.count();
      int rows = n / count;
      for (int r = 0; r < rows; r++) {
        System.arraycopy(tile, r * count, row, 0, count);
        sums[r] = Loops.sum(row, half, count);
      }
      part.storeOfAll(from / count, sums, 0, rows);
    }
  }
}
