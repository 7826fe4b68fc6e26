package io.ae.cpu.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.ae.api.graph.Shape;
import io.ae.cpu.memory.Extent;
import io.ae.cpu.memory.Geometry;
import io.ae.cpu.memory.NativeBlock;
import io.ae.cpu.memory.Slot;
import org.junit.jupiter.api.Test;

class BulkStoreTest {
  private static final int ELEMENTS = 1000;
  private static final int BASE = 16;

  /** Tiles of several lengths, more than there is room for aside, a jump, and the end of a run. */
  @Test
  void everyTileComesToItsPlaceAndNothingElseMoves() {
    float[] tile = new float[60];
    try (NativeBlock state = NativeBlock.owned(BASE + ELEMENTS + BASE);
        NativeBlock aside = NativeBlock.owned(100)) {
      Slot slot =
          new Slot(state, BASE, Extent.of(Shape.of(ELEMENTS)), new Geometry(0), true, Float.BYTES);
      BulkStore store = new BulkStore(slot, from -> tile, aside);
      for (int run = 1; run <= 2; run++) {
        int[][] ranges = {{0, 60}, {60, 60}, {120, 13}, {133, 60}, {400, 60}, {460, 1}};
        for (int[] range : ranges) {
          for (int i = 0; i < range[1]; i++) {
            tile[i] = run * (range[0] + i + 1);
          }
          store.run(range[0], range[1]);
        }
        store.end();
        for (int i = -BASE; i < ELEMENTS + BASE; i++) {
          boolean stored = i >= 0 && i < 193 || i >= 400 && i < 461;
          assertThat(state.floats().get(BASE + i))
              .as("element %d", i)
              .isEqualTo(stored ? run * (i + 1f) : 0f);
        }
      }
    }
  }
}
