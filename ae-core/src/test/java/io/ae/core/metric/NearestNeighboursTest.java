package io.ae.core.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.ae.core.data.SplitMix;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNeighboursTest {
  /**
   * Against sorting all distances, over the edge of a block, widths that are no multiple of 4, and
   * both ways to measure.
   */
  @ParameterizedTest
  @CsvSource({"1,300,1", "2,700,5", "5,256,10", "13,257,3", "45,300,5", "100,520,10"})
  void agreesWithSortingEverything(int width, int known, int k) {
    SplitMix random = new SplitMix(width);
    float[] rows = values(random, known * width);
    int[] labels =
        IntStream.range(0, known).map(i -> random.nextInt(4) - (i % 7 == 0 ? 9 : 0)).toArray();
    Arrays.setAll(labels, i -> Math.max(-1, labels[i]));
    float[] queries = values(random, 40 * width);
    int[] guesses = new NearestNeighbours(rows, labels, width).classify(queries, k, 1);
    for (int q = 0; q < 40; q++) {
      assertThat(guesses[q]).isEqualTo(sorted(rows, labels, queries, q, width, k));
    }
    assertThat(new NearestNeighbours(rows, labels, width).classify(queries, k, 3))
        .isEqualTo(guesses);
  }

  private static int sorted(float[] rows, int[] labels, float[] queries, int q, int width, int k) {
    int[] nearest =
        IntStream.range(0, labels.length)
            .filter(i -> labels[i] >= 0)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> distance(rows, i, queries, q, width)))
            .limit(k)
            .mapToInt(i -> labels[i])
            .toArray();
    int[] votes = new int[4];
    Arrays.stream(nearest).forEach(label -> votes[label]++);
    int most = Arrays.stream(votes).max().orElseThrow();
    return Arrays.stream(nearest).filter(label -> votes[label] == most).findFirst().orElseThrow();
  }

  private static double distance(float[] a, int i, float[] b, int q, int width) {
    double sum = 0;
    for (int d = 0; d < width; d++) {
      double difference = a[i * width + d] - b[q * width + d];
      sum += difference * difference;
    }
    return sum;
  }

  @Test
  void unlabelledRowsAreNotCounted() {
    float[] known = {0, 1, 10, 11};
    NearestNeighbours neighbours = new NearestNeighbours(known, new int[] {0, 0, 1, 1}, 1);
    float[] rows = {.4f, 10.4f, 9, 0};
    assertThat(neighbours.accuracy(rows, new int[] {0, 1, 0, -1}, 2, 1)).isEqualTo(2 / 3.0);
    assertThat(neighbours.accuracy(rows, new int[] {-1, -1, -1, -1}, 2, 1)).isNaN();
    assertThat(
            new NearestNeighbours(known, new int[] {-1, -1, -1, -1}, 1)
                .accuracy(rows, new int[] {0, 1, 0, 1}, 1, 1))
        .isNaN();
  }

  @Test
  void codesFarFromZeroKeepTheirNeighbours() {
    float[] known = {10000.0f, 10000.5f, 10001.0f};
    assertThat(
            new NearestNeighbours(known, new int[] {0, 1, 2}, 1)
                .classify(new float[] {10000.49f}, 1, 1))
        .containsExactly(1);
  }

  private static float[] values(SplitMix random, int n) {
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = (float) random.between(-1, 1);
    }
    return values;
  }
}
