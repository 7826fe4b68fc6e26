package io.ae.cpu.plan;

import io.ae.cpu.kernel.Step;
import io.ae.cpu.onednn.Engine;
import io.ae.cpu.onednn.OneDnn;
import io.ae.cpu.onednn.PackedFactors;

/**
 * What one shard works with, whatever the function: oneDNN's functions over tiles, and the tiles. A
 * closed session's workbenches serve the next session.
 */
public final class Workbench implements AutoCloseable {
  private final Engine engine;
  private final Tiles tiles = new Tiles();

  /**
   * @param library the loaded library
   * @param factors the model's packed variables
   */
  public Workbench(OneDnn library, PackedFactors factors) {
    engine = new Engine(library, factors, Step.TILE);
  }

  Engine engine() {
    return engine;
  }

  Tiles tiles() {
    return tiles;
  }

  /**
   * Rounds float32 to bfloat16.
   *
   * @param from machine address of float32
   * @param to machine address of bfloat16
   */
  public void round(long from, long to, int n) {
    engine.rounding().run(from, to, n);
  }

  /** Frees what was made for one function. */
  public void clear() {
    engine.clear();
  }

  @Override
  public void close() {
    engine.close();
  }
}
