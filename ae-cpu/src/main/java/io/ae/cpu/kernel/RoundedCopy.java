package io.ae.cpu.kernel;

import io.ae.cpu.memory.BulkCopy;
import io.ae.cpu.memory.NativeBlock;
import io.ae.cpu.memory.Slot;
import io.ae.cpu.onednn.Engine;
import io.ae.cpu.onednn.Rounding;
import java.util.function.IntFunction;

/**
 * Lets the bfloat16 copy of a variable, which other shards read, follow what a chain makes of the
 * variable: some tiles at a time, while they are in the cache.
 */
public final class RoundedCopy implements TileOp {
  private final BulkCopy copy = new BulkCopy();
  private final Rounding rounding;
  private final IntFunction<float[]> tile;
  private final Slot to;
  private final NativeBlock aside;
  private final NativeBlock rounded;
  private int first;
  private int end;

  /**
   * @param engine oneDNN for this shard
   * @param tile gives the tile that begins with an element, which is rounded
   * @param to the bfloat16 copy of the variable
   * @param aside room for a tile at least, this op's own during a run
   * @param rounded as much room, this op's own during a run
   */
  public RoundedCopy(
      Engine engine, IntFunction<float[]> tile, Slot to, NativeBlock aside, NativeBlock rounded) {
    rounding = engine.rounding();
    this.tile = tile;
    this.to = to;
    this.aside = aside;
    this.rounded = rounded;
  }

  @Override
  public void run(int at, int n) {
    if (at != end || end - first + n > aside.words()) {
      round();
      first = at;
    }
    aside.floats().put(at - first, tile.apply(at), 0, n);
    end = at + n;
  }

  @Override
  public void end() {
    round();
  }

  private void round() {
    if (end > first) {
      rounding.run(aside.address(0), rounded.address(0), end - first);
      copy.run(
          rounded.address(0),
          to.address() + (long) to.bytes() * first,
          (long) to.bytes() * (end - first));
      first = end;
    }
  }
}
