package io.ae.cpu.kernel;

import io.ae.api.graph.Window;
import io.ae.cpu.memory.Slot;
import io.ae.cpu.onednn.Engine;
import io.ae.cpu.onednn.Pooling;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the largest of each window lies, by oneDNN's pooling: which element it is is hard to
 * foresee, and a loop loses more by mistaken guesses than by all the rest. Its places in the
 * windows become positions in the planes.
 */
public final class PoolSwitches implements Step {
  /** Words of a block's planes. */
  private static final int BLOCK_WORDS = 1 << 15;

  private final Slot planes;
  private final Slot switches;
  private final Pooling many;
  private final Pooling single;
  private final int block;
  private final int channels;
  private final int oneImage;
  private final int onePooled;
  private final int[] corners;
  private final int[] offsets;
  private final byte[] manyPlaces;
  private final byte[] singlePlaces;
  private final int[] positions;

  private PoolSwitches(
      Slot planes,
      Slot switches,
      Pooling many,
      Pooling single,
      int block,
      int channels,
      int y,
      int x,
      Window w) {
    this.planes = planes;
    this.switches = switches;
    this.many = many;
    this.single = single;
    this.block = block;
    oneImage = channels * y * x;
    corners = corners(w, y, x);
    offsets = new int[w.y() * w.x()];
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = i / w.x() * x + i % w.x();
    }
    this.channels = channels;
    onePooled = channels * corners.length;
    manyPlaces = new byte[block * onePooled];
    singlePlaces = new byte[onePooled];
    positions = new int[manyPlaces.length];
  }

  /** Returns the position of each window's first element, which may lie in the padding. */
  private static int[] corners(Window w, int y, int x) {
    int outX = w.positionsX(x);
    int[] corners = new int[w.positionsY(y) * outX];
    for (int i = 0; i < corners.length; i++) {
      corners[i] = (i / outX * w.strideY() - w.top()) * x + i % outX * w.strideX() - w.left();
    }
    return corners;
  }

  /**
   * Returns the step, or null where oneDNN has no fast kernel.
   *
   * @param images the most of them at once
   * @param planes {@code [n, Y, X, C]}
   * @param switches {@code [n, Y', X', C]}
   */
  public static @Nullable Step of(
      Engine engine, Window w, int channels, int y, int x, int images, Slot planes, Slot switches) {
    int fit = BLOCK_WORDS / Math.max(1, channels * y * x);
    int block = Math.max(1, Math.min(images, fit));
    Optional<Pooling> many = engine.pooling(block, channels, y, x, w);
    Optional<Pooling> single = engine.pooling(1, channels, y, x, w);
    return many.isEmpty() || single.isEmpty()
        ? null
        : new PoolSwitches(planes, switches, many.get(), single.get(), block, channels, y, x, w);
  }

  @Override
  public void run() {
    int images = planes.count() / oneImage;
    int at = 0;
    for (; at + block <= images; at += block) {
      run(many, manyPlaces, at);
    }
    for (; at < images; at++) {
      run(single, singlePlaces, at);
    }
  }

  private void run(Pooling pooling, byte[] places, int first) {
    pooling.run(planes.address() + (long) Float.BYTES * first * oneImage, places);
    for (int at = 0, window = 0; at < places.length; at += channels, window++) {
      int corner = corners[window % corners.length];
      for (int i = at; i < at + channels; i++) {
        positions[i] = corner + offsets[places[i] & 0xFF];
      }
    }
    switches.store(first * onePooled, positions, places.length);
  }
}
