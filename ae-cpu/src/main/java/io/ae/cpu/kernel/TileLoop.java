package io.ae.cpu.kernel;

import io.ae.cpu.loop.Loop;
import io.ae.cpu.loop.LoopBuilder;
import io.ae.cpu.loop.WrittenLoops;
import java.util.List;

/** Several instructions of a {@link Chain} in one pass over its tiles. */
public final class TileLoop implements TileOp {
  private final Loop loop;
  private final float[][] tiles;
  private final float[] scalars;
  private final List<Reading> readings;

  /** Reads scalars that another run may find changed. */
  public interface Reading {
    /** Writes them to their places among the loop's scalars. */
    void into(float[] scalars);
  }

  /**
   * @param builder what is computed, complete
   * @param readings scalars read once a run
   */
  public TileLoop(LoopBuilder builder, List<Reading> readings) {
    this.loop = WrittenLoops.of(builder.program());
    this.tiles = builder.tiles();
    this.scalars = builder.scalars();
    this.readings = List.copyOf(readings);
  }

  @Override
  public void begin() {
    for (int i = 0; i < readings.size(); i++) {
      readings.get(i).into(scalars);
    }
  }

  @Override
  public void run(int from, int n) {
    loop.run(tiles, scalars, n);
  }
}
