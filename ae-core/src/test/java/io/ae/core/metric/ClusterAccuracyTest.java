package io.ae.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ae.core.data.SplitMix;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterAccuracyTest {
  @Test
  void namesOfClustersDoNotMatter() {
    assertThat(ClusterAccuracy.of(new int[] {2, 2, 0, 0, 1}, new int[] {0, 0, 1, 1, 2})).isOne();
  }

  @Test
  void aClassIsGivenOneClusterOnly() {
    assertThat(ClusterAccuracy.of(new int[] {0, 1, 2, 3}, new int[] {0, 0, 0, 0})).isEqualTo(.25);
  }

  @Test
  void rowsWithoutALabelAreNotCounted() {
    assertThat(ClusterAccuracy.of(new int[] {0, 1, 1}, new int[] {0, 1, -1})).isOne();
    assertThat(ClusterAccuracy.of(new int[] {0}, new int[] {-1})).isNaN();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void noMatchingIsBetter(long seed) {
    SplitMix random = new SplitMix(seed);
    int[] clusters = IntStream.range(0, 60).map(i -> random.nextInt(5)).toArray();
    int[] labels = IntStream.range(0, 60).map(i -> random.nextInt(5)).toArray();
    int[] own = {0, 1, 2, 3, 4};
    assertThat(ClusterAccuracy.of(clusters, labels))
        .isCloseTo(best(clusters, labels, own, 0) / 60., within(1e-12));
  }

  /** Tries every permutation. */
  private static long best(int[] clusters, int[] labels, int[] own, int at) {
    if (at == own.length) {
      return IntStream.range(0, labels.length).filter(i -> own[clusters[i]] == labels[i]).count();
    }
    long best = 0;
    for (int i = at; i < own.length; i++) {
      int[] other = Arrays.copyOf(own, own.length);
      other[at] = own[i];
      other[i] = own[at];
      best = Math.max(best, best(clusters, labels, other, at + 1));
    }
    return best;
  }
}
