package io.ae.cpu.kernel;

import io.ae.cpu.memory.BulkCopy;
import io.ae.cpu.memory.NativeBlock;
import io.ae.cpu.memory.Slot;
import java.util.function.IntFunction;

/**
 * Stores a chain's tiles in a variable that other shards read: tile by tile where only this shard
 * writes, and from there to the variable some tiles at a time.
 */
public final class BulkStore implements TileOp {
  private final BulkCopy copy = new BulkCopy();
  private final Slot slot;
  private final IntFunction<float[]> tile;
  private final NativeBlock aside;
  private int first;
  private int end;

  /**
   * @param slot the variable
   * @param tile gives the tile that begins with an element, which is stored
   * @param aside room for a tile at least, this op's own during a run
   */
  public BulkStore(Slot slot, IntFunction<float[]> tile, NativeBlock aside) {
    this.slot = slot;
    this.tile = tile;
    this.aside = aside;
  }

  @Override
  public void run(int from, int n) {
    if (from != end || end - first + n > aside.words()) {
      store();
      first = from;
    }
    aside.floats().put(from - first, tile.apply(from), 0, n);
    end = from + n;
  }

  @Override
  public void end() {
    store();
  }

  private void store() {
    if (end > first) {
      copy.run(
          aside.address(0),
          slot.address() + (long) Float.BYTES * first,
          (long) Float.BYTES * (end - first));
      first = end;
    }
  }
}
