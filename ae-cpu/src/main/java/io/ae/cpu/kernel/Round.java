package io.ae.cpu.kernel;

import io.ae.cpu.memory.Geometry;
import io.ae.cpu.memory.Slot;
import io.ae.cpu.onednn.Engine;
import io.ae.cpu.onednn.Rounding;

/** The bfloat16 copy of a value that products read. */
public final class Round implements Step {
  private final Rounding rounding;
  private final Slot from;
  private final Slot to;
  private final boolean split;

  /**
   * @param engine oneDNN for this shard
   * @param from float32
   * @param to bfloat16
   * @param split whether each shard rounds its part of a value that is not cut
   */
  public Round(Engine engine, Slot from, Slot to, boolean split) {
    rounding = engine.rounding();
    this.from = from;
    this.to = to;
    this.split = split;
  }

  @Override
  public void run() {
    Geometry g = from.geometry();
    int count = from.count();
    int first = split ? g.splitFrom(count) : 0;
    int end = split ? g.splitTo(count) : count;
    rounding.run(
        from.address() + (long) from.bytes() * first,
        to.address() + (long) to.bytes() * first,
        end - first);
  }
}
