package io.ae.core.data.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ae.api.AeException;
import io.ae.api.data.DataSpec;
import io.ae.core.data.Dataset;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatchGridTest {
  /** Three channels of 3 × 4: numbers that say picture, channel, row and column. */
  private static final DataSpec SPEC = DataSpec.pictures(3, 3, 4, 2, List.of("a", "b"));

  private static float[] picture(int number) {
    float[] values = new float[36];
    for (int i = 0; i < 36; i++) {
      values[i] = number * 1000 + i / 12 * 100 + i / 4 % 3 * 10 + i % 4;
    }
    return values;
  }

  @Test
  void patchesHoldAllChannelsAndTheLastLieAtTheEdge() {
    PatchGrid grid = new PatchGrid(SPEC, 2, 2);

    assertThat(grid.down()).isEqualTo(2);
    assertThat(grid.across()).isEqualTo(2);
    assertThat(grid.spec().row().toString()).isEqualTo("[3, 2, 2]");
    float[] cut = grid.cut(picture(0));
    assertThat(cut).hasSize(4 * 12).startsWith(0, 1, 10, 11, 100, 101, 110, 111, 200);
    assertThat(cut).endsWith(212, 213, 222, 223);
  }

  @Test
  void joiningGivesThePicturesBack() {
    float[] two = new float[72];
    System.arraycopy(picture(0), 0, two, 0, 36);
    System.arraycopy(picture(1), 0, two, 36, 36);
    for (int side = 1; side <= 3; side++) {
      for (int stride = 1; stride <= side; stride++) {
        PatchGrid grid = new PatchGrid(SPEC, side, stride);
        assertThat(grid.join(grid.cut(two))).containsExactly(two);
      }
    }
  }

  @Test
  void whereNoPatchLiesThereIsNothing() {
    PatchGrid grid = new PatchGrid(DataSpec.pictures(1, 1, 5, 0, List.of()), 1, 2);
    assertThat(grid.join(grid.cut(new float[] {1, 2, 3, 4, 5}))).containsExactly(1, 0, 3, 0, 5);
  }

  @Test
  void patchesLargerThanThePictureAreRefused() {
    assertThatThrownBy(() -> new PatchGrid(SPEC, 4, 1))
        .isInstanceOf(AeException.class)
        .hasMessageContaining("a side from 1 to 3")
        .hasMessageContaining("found 4");
    assertThatThrownBy(() -> new PatchGrid(DataSpec.vectors(9), 2, 1))
        .isInstanceOf(AeException.class)
        .hasMessageContaining("found [9]");
  }

  @Test
  void aSourceGivesPatchesWithLabelsAndPlaces() {
    Dataset pictures = Dataset.of("p", SPEC, picture(0), new int[] {1});
    Dataset patches = Dataset.load(new PatchSource(pictures, 2));

    assertThat(patches.size()).isEqualTo(4);
    assertThat(patches.labels()).containsOnly(1);
    assertThat(patches.ids()).containsExactly("0@0+0", "0@0+2", "0@1+0", "0@1+2");
    assertThat(patches.values()).containsExactly(new PatchGrid(SPEC, 2, 2).cut(picture(0)));
    assertThat(patches.spec().classNames()).containsExactly("a", "b");
  }

  @Test
  void poolingAveragesRegions() {
    PatchGrid grid = new PatchGrid(DataSpec.pictures(1, 4, 4, 0, List.of()), 1, 1);
    PatchPooling pooling = new PatchPooling(grid, 2);
    float[] codes = new float[32];
    for (int i = 0; i < 16; i++) {
      codes[2 * i] = i;
      codes[2 * i + 1] = 1;
    }

    assertThat(pooling.features(2)).isEqualTo(8);
    assertThat(pooling.pool(codes, 2)).containsExactly(2.5f, 1, 4.5f, 1, 10.5f, 1, 12.5f, 1);
  }

  @Test
  void contrastIsTakenOutAndPutBack() {
    float[] rows = {1, 3, 5, 5, 5, 5};
    Contrast contrast = Contrast.normalise(rows, 3, 1e-4);

    assertThat(rows[0]).isCloseTo(-1.2247f, within(1e-3f));
    assertThat(rows).endsWith(0, 0, 0);
    contrast.restore(rows);
    assertThat(rows).containsExactly(new float[] {1, 3, 5, 5, 5, 5}, within(1e-5f));
  }
}
