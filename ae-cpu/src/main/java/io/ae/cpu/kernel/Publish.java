package io.ae.cpu.kernel;

import io.ae.cpu.memory.BulkCopy;
import io.ae.cpu.memory.Slot;

/** Copies a shard's rows of a value to where other shards read them. */
public final class Publish implements Step {
  private final BulkCopy copy = new BulkCopy();
  private final Slot from;
  private final Slot to;

  /**
   * @param from the shard's own rows
   * @param to where all shards' rows lie one after another
   */
  public Publish(Slot from, Slot to) {
    this.from = from;
    this.to = to;
  }

  @Override
  public void run() {
    copy.run(from.address(), to.address(), (long) from.bytes() * from.count());
  }
}
