package io.ae.core.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ae.api.data.DataSpec;
import io.ae.core.nn.Corruption.Kind;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What each corruption does to rows of ones, and when it draws anew. */
class CorruptionTest {
  private static final int ROWS = 400;
  private static final DataSpec PICTURES = DataSpec.pictures(1, 8, 10, 0, List.of());
  private static final DataSpec VECTORS = DataSpec.vectors(30).withRange(-2, 3);

  private static float[][] corrupted(Corruption corruption, DataSpec data, long seed, int steps) {
    try (Drawn drawn = new Drawn(data, seed, (o, x) -> corruption.apply(o, x, data))) {
      for (int i = 1; i < steps; i++) {
        drawn.of(1, ROWS);
      }
      return drawn.of(1, ROWS);
    }
  }

  private static float[][] corrupted(Kind kind, double fraction, DataSpec data) {
    return corrupted(new Corruption(kind, fraction, .5), data, 7, 1);
  }

  private static long zeros(float[] row) {
    long zeros = 0;
    for (float v : row) {
      zeros += v == 0 ? 1 : 0;
    }
    return zeros;
  }

  private static double mean(float[][] rows) {
    double sum = 0;
    for (float[] row : rows) {
      for (float v : row) {
        sum += v;
      }
    }
    return sum / rows.length / rows[0].length;
  }

  @ParameterizedTest
  @CsvSource({".25, 20", ".3, 24", ".999, 79", "1, 80", "0, 0", ".01, 0"})
  void maskingSilencesExactlySoManyOfEachRow(double fraction, int count) {
    float[][] rows = corrupted(Kind.MASKING, fraction, PICTURES);
    assertThat(List.of(rows)).allSatisfy(row -> assertThat(zeros(row)).isEqualTo(count));
  }

  @Test
  void maskingTakesEveryPositionEquallyOften() {
    int[] often = new int[30];
    for (float[] row : corrupted(Kind.MASKING, .5, VECTORS)) {
      for (int j = 0; j < row.length; j++) {
        often[j] += row[j] == 0 ? 1 : 0;
      }
    }
    // 200 of 400 with deviation 10.
    assertThat(Arrays.stream(often)).allSatisfy(n -> assertThat(n).isBetween(155, 245));
  }

  @Test
  void bernoulliSilencesEachValueByItself() {
    float[][] rows = corrupted(Kind.BERNOULLI, .3, PICTURES);
    assertThat(mean(rows)).isCloseTo(.7, within(.015));
    assertThat(Arrays.stream(rows).mapToLong(CorruptionTest::zeros).distinct().count())
        .as("counts differ from row to row")
        .isGreaterThan(5);
  }

  @Test
  void gaussianAddsNoiseThatIsNotClipped() {
    float[][] rows = corrupted(new Corruption(Kind.GAUSSIAN, .25, .5), PICTURES, 7, 1);
    double squares = 0;
    double least = 1;
    for (float[] row : rows) {
      for (float v : row) {
        squares += (v - 1) * (v - 1);
        least = Math.min(least, v);
      }
    }
    assertThat(mean(rows)).isCloseTo(1, within(.01));
    assertThat(squares / ROWS / 80).isCloseTo(.25, within(.01));
    assertThat(least).as("below the range of pictures").isNegative();
  }

  @Test
  void saltAndPepperAreTheEndsOfTheRange() {
    int salt = 0;
    int pepper = 0;
    for (float[] row : corrupted(Kind.SALT_AND_PEPPER, .4, VECTORS)) {
      for (float v : row) {
        assertThat(v).isIn(-2f, 1f, 3f);
        salt += v == 3 ? 1 : 0;
        pepper += v == -2 ? 1 : 0;
      }
    }
    assertThat(salt / (ROWS * 30.)).isCloseTo(.2, within(.015));
    assertThat(pepper / (ROWS * 30.)).isCloseTo(.2, within(.015));
  }

  @Test
  void saltAndPepperNeedARange() {
    assertThatThrownBy(
            () -> new Corruption(Kind.SALT_AND_PEPPER, .1, 0).require(DataSpec.vectors(3)))
        .hasMessage(
            "model.corruption.kind salt-and-pepper needs data of a known range, whose ends"
                + " are salt and pepper. Got data in [-Infinity, Infinity]. Scale the data with"
                + " min-max, or use another kind");
  }

  @Test
  void occlusionHidesABlockOfAPicture() {
    int[] rowsSeen = new int[8];
    for (float[] picture : corrupted(Kind.OCCLUSION, .25, PICTURES)) {
      assertThat(zeros(picture)).isEqualTo(4 * 5);
      int first = first(picture);
      int y = first / 10;
      int x = first % 10;
      for (int i = 0; i < 80; i++) {
        boolean inside = i / 10 >= y && i / 10 < y + 4 && i % 10 >= x && i % 10 < x + 5;
        assertThat(picture[i]).isEqualTo(inside ? 0 : 1);
      }
      rowsSeen[y]++;
    }
    // 80 of 400 at each of five places.
    assertThat(Arrays.stream(rowsSeen, 0, 5)).allSatisfy(n -> assertThat(n).isBetween(45, 115));
    assertThat(Arrays.stream(rowsSeen, 5, 8)).containsOnly(0);
  }

  @Test
  void occlusionHidesEveryChannelAndNeighboursOfAVector() {
    DataSpec colours = DataSpec.pictures(3, 4, 4, 0, List.of());
    assertThat(List.of(corrupted(Kind.OCCLUSION, .25, colours)))
        .allSatisfy(
            row -> {
              assertThat(zeros(row)).isEqualTo(3 * 4);
              assertThat(Arrays.copyOfRange(row, 16, 32)).isEqualTo(Arrays.copyOf(row, 16));
            });
    assertThat(List.of(corrupted(Kind.OCCLUSION, .5, VECTORS)))
        .allSatisfy(
            row -> {
              int first = first(row);
              assertThat(zeros(row)).isEqualTo(15);
              assertThat(zeros(Arrays.copyOfRange(row, first, first + 15))).isEqualTo(15);
            });
  }

  private static int first(float[] row) {
    int i = 0;
    while (row[i] != 0) {
      i++;
    }
    return i;
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void drawnAnewForEachRowAndStepAndTheSameForTheSameSeed(Kind kind) {
    Corruption corruption = new Corruption(kind, .5, .5);
    float[][] first = corrupted(corruption, VECTORS, 7, 1);
    assertThat(first[0]).isNotEqualTo(first[1]);
    assertThat(corrupted(corruption, VECTORS, 7, 2)[0]).isNotEqualTo(first[0]);
    assertThat(corrupted(corruption, VECTORS, 8, 1)[0]).isNotEqualTo(first[0]);
    assertThat(corrupted(corruption, VECTORS, 7, 1)).isDeepEqualTo(first);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void noneOfItLeavesRowsAsTheyAre(Kind kind) {
    Corruption nothing = new Corruption(kind, 0, 0);
    assertThat(nothing.none()).isTrue();
    assertThat(List.of(corrupted(nothing, VECTORS, 7, 1)))
        .allSatisfy(row -> assertThat(row).containsOnly(1));
  }
}
