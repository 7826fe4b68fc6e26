package io.ae.cpu.kernel;

import io.ae.cpu.memory.BulkCopy;
import io.ae.cpu.memory.NativeBlock;
import io.ae.cpu.memory.Slot;
import io.ae.cpu.onednn.Engine;
import io.ae.cpu.onednn.Rounding;

/**
 * Lets the bfloat16 copy of a variable, which other shards read, follow what a chain stores in the
 * variable: some tiles at a time, while they are in the cache.
 */
public final class RoundedCopy implements TileOp {
  private final BulkCopy copy = new BulkCopy();
  private final Rounding rounding;
  private final Slot from;
  private final Slot to;
  private final NativeBlock aside;
  private int first;
  private int end;

  /**
   * @param engine oneDNN for this shard
   * @param from the variable
   * @param to its bfloat16 copy
   * @param aside room for a tile at least, this op's own during a run
   */
  public RoundedCopy(Engine engine, Slot from, Slot to, NativeBlock aside) {
    rounding = engine.rounding();
    this.from = from;
    this.to = to;
    this.aside = aside;
  }

  @Override
  public void run(int at, int n) {
    if (at != end || end - first + n > aside.words()) {
      round();
      first = at;
    }
    end = at + n;
  }

  @Override
  public void end() {
    round();
  }

  private void round() {
    if (end > first) {
      rounding.run(from.address() + (long) from.bytes() * first, aside.address(0), end - first);
      copy.run(
          aside.address(0),
          to.address() + (long) to.bytes() * first,
          (long) to.bytes() * (end - first));
      first = end;
    }
  }
}
