package io.ae.cpu.kernel;

import io.ae.cpu.loop.Loop;
import io.ae.cpu.loop.LoopBuilder;
import io.ae.cpu.loop.WrittenLoops;
import io.ae.cpu.memory.HeapVariable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Several instructions of a {@link Chain} in one pass over its tiles. */
public final class TileLoop implements TileOp {
  private final Loop loop;
  private final float[][] tiles;
  private final float[] scalars;
  private final List<Reading> readings;
  private final HeapVariable[] heap;
  private final int[] heapTiles;

  /** Reads scalars that another run may find changed. */
  public interface Reading {
    /** Writes them to their places among the loop's scalars. */
    void into(float[] scalars);
  }

  /**
   * @param builder what is computed, complete
   * @param readings scalars read once a run
   * @param heap what stands for the tiles of variables on the heap
   */
  public TileLoop(LoopBuilder builder, List<Reading> readings, Map<HeapVariable, float[]> heap) {
    this.loop = WrittenLoops.of(builder.program());
    this.tiles = builder.tiles();
    this.scalars = builder.scalars();
    this.readings = List.copyOf(readings);
    this.heap = heap.keySet().toArray(HeapVariable[]::new);
    this.heapTiles = new int[this.heap.length];
    for (int i = 0; i < heapTiles.length; i++) {
      heapTiles[i] = Arrays.asList(tiles).indexOf(heap.get(this.heap[i]));
    }
  }

  @Override
  public void begin() {
    for (int i = 0; i < readings.size(); i++) {
      readings.get(i).into(scalars);
    }
  }

  @Override
  public void run(int from, int n) {
    for (int i = 0; i < heap.length; i++) {
      tiles[heapTiles[i]] = heap[i].tile(from);
    }
    loop.run(tiles, scalars, n);
  }
}
