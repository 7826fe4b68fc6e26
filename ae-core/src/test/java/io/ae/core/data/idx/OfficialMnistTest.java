package io.ae.core.data.idx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ae.api.data.Parts;
import io.ae.api.data.Selector;
import io.ae.core.data.Dataset;
import io.ae.core.data.RealData;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The files as published; the environment variable AE_DATA names the folder that holds them. */
class OfficialMnistTest {
  @Test
  void mnistHasItsPublishedCountsAndMean() {
    Parts parts = new MnistProvider().open(Selector.parse("mnist:" + RealData.folder("mnist")));
    Dataset test = Dataset.load(parts.test());
    int[] counts = new int[10];
    Arrays.stream(test.labels()).forEach(label -> counts[label]++);
    assertThat(counts).containsExactly(980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009);
    Dataset train = Dataset.load(parts.train());
    double sum = 0;
    for (float value : train.values()) {
      sum += value;
    }
    assertThat(train.size()).isEqualTo(60_000);
    assertThat(sum / train.values().length).isCloseTo(.1307, within(5e-5));
  }

  @Test
  void fashionMnistIsBalanced() {
    Parts parts =
        new FashionMnistProvider()
            .open(Selector.parse("fashion-mnist:" + RealData.folder("fashion-mnist")));
    int[] counts = new int[10];
    Arrays.stream(Dataset.load(parts.test()).labels()).forEach(label -> counts[label]++);
    assertThat(counts).containsOnly(1000);
  }
}
