package io.ae.cpu.memory;

import java.nio.FloatBuffer;

/**
 * A variable in tiles on the heap: an update that alone changes it finds its elements where vector
 * loops work, without copies from native memory and back.
 */
public final class HeapVariable {
  private final float[][] tiles;
  private final int size;

  /**
   * Makes a variable of zeros.
   *
   * @param elements how many
   * @param size elements of a tile; the last one may have fewer
   */
  public HeapVariable(int elements, int size) {
    this.size = size;
    tiles = new float[(elements + size - 1) / size][];
    for (int t = 0; t < tiles.length; t++) {
      tiles[t] = new float[Math.min(size, elements - t * size)];
    }
  }

  /** Returns the elements of a tile. */
  public int size() {
    return size;
  }

  /** Returns the tile that begins with an element, a multiple of the tiles' size. */
  public float[] tile(int first) {
    return tiles[first / size];
  }

  /** Copies all elements out. */
  public void read(FloatBuffer into) {
    for (float[] tile : tiles) {
      into.put(tile);
    }
  }

  /** Replaces all elements. */
  public void write(FloatBuffer from) {
    for (float[] tile : tiles) {
      from.get(tile);
    }
  }
}
