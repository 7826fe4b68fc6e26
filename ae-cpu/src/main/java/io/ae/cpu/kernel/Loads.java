package io.ae.cpu.kernel;

import io.ae.cpu.memory.Slot;
import java.util.Arrays;
import java.util.function.IntFunction;

/** How a chain's tiles come from native memory and go back. */
public final class Loads {
  private Loads() {}

  /** Reads reals. */
  public static TileOp real(Slot slot, float[] tile) {
    return (from, n) -> slot.load(from, tile, n);
  }

  /** Reads indices. */
  public static TileOp index(Slot slot, int[] tile) {
    return (from, n) -> slot.load(from, tile, n);
  }

  /**
   * Writes reals.
   *
   * @param tile gives the tile that begins with an element
   */
  public static TileOp store(Slot slot, IntFunction<float[]> tile) {
    return (from, n) -> slot.store(from, tile.apply(from), n);
  }

  /** Writes indices. */
  public static TileOp store(Slot slot, int[] tile) {
    return (from, n) -> slot.store(from, tile, n);
  }

  /** A real scalar in every element. */
  public static final class RealScalar implements TileOp {
    private final Slot slot;
    private final float[] tile;
    private final boolean repeats;
    private float value;
    private boolean filled;

    /**
     * @param slot the scalar
     * @param tile what is filled
     * @param repeats whether nobody else fills the tile, so that one filling does for a run
     */
    public RealScalar(Slot slot, float[] tile, boolean repeats) {
      this.slot = slot;
      this.tile = tile;
      this.repeats = repeats;
    }

    @Override
    public void begin() {
      filled = false;
      value = slot.real(0);
    }

    @Override
    public void run(int from, int n) {
      if (!filled) {
        Arrays.fill(tile, 0, n, value);
        filled = repeats;
      }
    }
  }

  /** An index in every element. */
  public static final class IndexScalar implements TileOp {
    private final Slot slot;
    private final int[] tile;
    private final boolean repeats;
    private int value;
    private boolean filled;

    /**
     * @param slot the scalar
     * @param tile what is filled
     * @param repeats whether nobody else fills the tile, so that one filling does for a run
     */
    public IndexScalar(Slot slot, int[] tile, boolean repeats) {
      this.slot = slot;
      this.tile = tile;
      this.repeats = repeats;
    }

    @Override
    public void begin() {
      filled = false;
      value = slot.index(0);
    }

    @Override
    public void run(int from, int n) {
      if (!filled) {
        Arrays.fill(tile, 0, n, value);
        filled = repeats;
      }
    }
  }

  /** Sums, or takes the largest of, what the shards hold of a join, in the order of the shards. */
  public static final class Join implements TileOp {
    private final Slot[] parts;
    private final boolean largest;
    private final float[] tile;
    private final float[] other;

    /**
     * @param parts the value of each shard
     * @param largest whether the largest is taken instead of the sum
     * @param tile the result
     * @param other a tile for another shard's part
     */
    public Join(Slot[] parts, boolean largest, float[] tile, float[] other) {
      this.parts = parts;
      this.largest = largest;
      this.tile = tile;
      this.other = other;
    }

    @Override
    public void run(int from, int n) {
      parts[0].load(from, tile, n);
      int active = parts[0].geometry().shards();
      for (int s = 1; s < active; s++) {
        parts[s].load(from, other, n);
        if (largest) {
          Loops.max(tile, other, tile, n);
        } else {
          Loops.add(tile, other, tile, n);
        }
      }
    }
  }
}
