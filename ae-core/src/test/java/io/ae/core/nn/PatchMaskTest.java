package io.ae.core.nn;

import static org.assertj.core.api.Assertions.assertThat;

import io.ae.api.data.DataSpec;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which parts of a row are drawn. */
class PatchMaskTest {
  private static final DataSpec COLOURS = DataSpec.pictures(3, 8, 12, 0, List.of());

  private static float[][] drawn(PatchMask mask, DataSpec data, long seed, int rows) {
    try (Drawn drawn = new Drawn(data, seed, (o, x) -> o.mul(x, mask.draw(o)))) {
      return drawn.of(1, rows);
    }
  }

  @Test
  void exactlySoManyWholePatchesOfEveryChannel() {
    PatchMask mask = PatchMask.of(COLOURS, 4, .5);
    assertThat(mask.masked()).isEqualTo(3);
    int[] often = new int[6];
    for (float[] row : drawn(mask, COLOURS, 1, 300)) {
      int whole = 0;
      for (int p = 0; p < 6; p++) {
        float first = row[p / 3 * 4 * 12 + p % 3 * 4];
        for (int i = 0; i < 16 * 3; i++) {
          int y = p / 3 * 4 + i % 16 / 4;
          int x = p % 3 * 4 + i % 4;
          assertThat(row[(i / 16 * 8 + y) * 12 + x]).isEqualTo(first);
        }
        whole += first == 1 ? 1 : 0;
        often[p] += first == 1 ? 1 : 0;
      }
      assertThat(whole).isEqualTo(3);
    }
    // 150 of 300 with deviation 9.
    assertThat(Arrays.stream(often)).allSatisfy(n -> assertThat(n).isBetween(110, 190));
  }

  @Test
  void singleValuesOfAVector() {
    DataSpec data = DataSpec.vectors(9);
    PatchMask mask = PatchMask.of(data, 4, .5);
    for (float[] row : drawn(mask, data, 1, 50)) {
      float sum = 0;
      for (float v : row) {
        sum += v;
      }
      assertThat(sum).isEqualTo(4);
    }
    assertThat(drawn(mask, data, 1, 50)).isDeepEqualTo(drawn(mask, data, 1, 50));
    assertThat(drawn(mask, data, 1, 50)[0]).isNotEqualTo(drawn(mask, data, 2, 50)[0]);
  }
}
