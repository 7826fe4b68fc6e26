package io.ae.cpu.onednn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ae.cpu.memory.NativeBlock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundingTest {
  private static final int ROOM = 1 << 15;
  private static final int UNTOUCHED = 0x7777;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 7, 64, 1000, 4095, 4096, 4097, 30_000})
  void roundsToTheNearestAndNothingElse(int n) {
    OneDnn library = OneDnn.load();
    assumeTrue(library.instructionSet().startsWith("AVX-512"), "bfloat16 is for AVX-512");
    try (Engine engine = new Engine(library, new PackedFactors(library, () -> 0), 64);
        NativeBlock from = NativeBlock.owned(ROOM);
        NativeBlock to = NativeBlock.owned(ROOM)) {
      for (int i = 0; i < ROOM; i++) {
        from.floats().put(i, (i - ROOM / 2) * .37f);
        to.ints().put(i, UNTOUCHED << 16 | UNTOUCHED);
      }
      engine.rounding().run(from.address(0), to.address(0), n);
      for (int i = 0; i < n + 2; i++) {
        int found = to.ints().get(i / 2) >>> 16 * (i % 2) & 0xFFFF;
        assertThat(found)
            .as("element %d", i)
            .isEqualTo(i < n ? nearest(from.floats().get(i)) : UNTOUCHED);
      }
    }
  }

  private static int nearest(float x) {
    int bits = Float.floatToRawIntBits(x);
    int half = 0x7FFF + (bits >>> 16 & 1);
    return bits + half >>> 16;
  }
}
