package io.ae.cpu.kernel;

import io.ae.api.graph.Shape;
import io.ae.cpu.memory.Slot;
import java.util.Arrays;

/** Broadcasts reals: fills tiles of the large value from the small one. */
public final class Spread implements TileOp {
  private final Slot slot;
  private final Pattern pattern;
  private final float[] small;
  private final float[] tile;
  private final boolean repeats;
  private boolean filled;

  /**
   * @param slot the small value
   * @param from its shape
   * @param to the large shape
   * @param capacity the most elements of the small value
   * @param tile what is filled, this op's own if every tile is the same
   * @param repeats whether every tile of a run is the same, so that one filling does
   */
  public Spread(Slot slot, Shape from, Shape to, int capacity, float[] tile, boolean repeats) {
    this.slot = slot;
    this.pattern = new Pattern(from, to);
    this.small = new float[capacity];
    this.tile = tile;
    this.repeats = repeats;
  }

  @Override
  public void begin() {
    filled = false;
    pattern.resolve(slot.geometry());
    slot.load(0, small, slot.count());
  }

  @Override
  public void run(int from, int n) {
    if (filled) {
      return;
    }
    filled = repeats;
    int length = pattern.run();
    int end = from + n;
    for (int at = from; at < end; ) {
      int within = at % length;
      int take = Math.min(length - within, end - at);
      int source = pattern.small(at / length);
      if (pattern.runKept()) {
        System.arraycopy(small, source + within, tile, at - from, take);
      } else {
        Arrays.fill(tile, at - from, at - from + take, small[source]);
      }
      at += take;
    }
  }
}
