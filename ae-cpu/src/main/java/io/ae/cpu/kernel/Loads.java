package io.ae.cpu.kernel;

import io.ae.cpu.memory.Slot;
import java.util.Arrays;

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

  /** Writes reals. */
  public static TileOp store(Slot slot, float[] tile) {
    return (from, n) -> slot.store(from, tile, n);
  }

  /** Writes indices. */
  public static TileOp store(Slot slot, int[] tile) {
    return (from, n) -> slot.store(from, tile, n);
  }

  /** A real scalar in every element. */
  public static final class RealScalar implements TileOp {
    private final Slot slot;
    private final float[] tile;
    private float value;

    /**
     * @param slot the scalar
     * @param tile what is filled
     */
    public RealScalar(Slot slot, float[] tile) {
      this.slot = slot;
      this.tile = tile;
    }

    @Override
    public void begin() {
      value = slot.real(0);
    }

    @Override
    public void run(int from, int n) {
      Arrays.fill(tile, 0, n, value);
    }
  }

  /** An index in every element. */
  public static final class IndexScalar implements TileOp {
    private final Slot slot;
    private final int[] tile;
    private int value;

    /**
     * @param slot the scalar
     * @param tile what is filled
     */
    public IndexScalar(Slot slot, int[] tile) {
      this.slot = slot;
      this.tile = tile;
    }

    @Override
    public void begin() {
      value = slot.index(0);
    }

    @Override
    public void run(int from, int n) {
      Arrays.fill(tile, 0, n, value);
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
