package io.ae.cpu.plan;

import io.ae.cpu.kernel.Chain;
import io.ae.cpu.kernel.Cut;
import io.ae.cpu.kernel.Loads;
import io.ae.cpu.kernel.Step;
import io.ae.cpu.kernel.TileOp;
import io.ae.cpu.memory.Slot;

/** Products that are cut along what they sum over: the shards' parts, and who adds them up. */
final class PartsBinding {
  private PartsBinding() {}

  /** Returns the shard's own part of a product. */
  static Slot own(Binding b, Node n) {
    return b.part(n, b.geometry().shard());
  }

  /** Returns what adds up the shard's rows of a product. */
  static Step addUp(Binding b, Node n) {
    float[] sum = b.tiles().real();
    TileOp[] ops = {sum(b, n, sum), Loads.store(b.slot(n), from -> sum)};
    b.tiles().give(sum);
    return new Chain(ops, new Cut(n.extent, b.geometry(), 0), Step.TILE);
  }

  /** Returns what gives a chain its tiles of a value. */
  static TileOp load(Binding b, Node n, float[] tile) {
    return n.mode == Mode.INNER && !n.stored ? sum(b, n, tile) : Loads.real(b.slot(n), tile);
  }

  private static TileOp sum(Binding b, Node n, float[] tile) {
    Slot[] parts = new Slot[b.shards()];
    for (int s = 0; s < parts.length; s++) {
      parts[s] = b.part(n, s);
    }
    return new Loads.Join(parts, false, tile, b.tiles().scratch());
  }
}
