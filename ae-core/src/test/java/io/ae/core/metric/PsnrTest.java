package io.ae.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ae.api.data.DataSpec;
import io.ae.api.graph.Shape;
import io.ae.core.data.Dataset;
import java.util.List;
import org.junit.jupiter.api.Test;

class PsnrTest {
  @Test
  void isThePeakOverTheErrorInDecibels() {
    Dataset rows = Dataset.of(new float[][] {{0, 10}, {4, 4}});

    // Range 10, mean squared error 1: 10 log10(100 / 1).
    assertThat(Psnr.of(rows, new float[][] {{1, 9}, {5, 3}})).isCloseTo(20, within(1e-6));
    assertThat(Psnr.of(rows, new float[][] {{0, 10}, {4, 4}})).isInfinite();
  }

  @Test
  void whatIsDecodedIsClippedToADeclaredRange() {
    DataSpec unit = new DataSpec(Shape.of(2), List.of(), 0, 1, 1, 0, List.of());
    Dataset rows = Dataset.of(unit, new float[][] {{0, .5f}});

    assertThat(Psnr.of(rows, new float[][] {{-7, .6f}}))
        .isCloseTo(10 * Math.log10(1 / .005), within(1e-4));
  }
}
