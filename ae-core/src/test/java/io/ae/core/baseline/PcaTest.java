package io.ae.core.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ae.api.data.DataSpec;
import io.ae.api.data.Parts;
import io.ae.api.data.Selector;
import io.ae.core.data.Dataset;
import io.ae.core.data.RealData;
import io.ae.core.data.Scaling;
import io.ae.core.data.SplitMix;
import io.ae.core.data.idx.MnistProvider;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PcaTest {
  /** Rows of variances 9, 4, 1 along known directions, far from 0. */
  private static Dataset rows(int n, int width, double[][] directions) {
    SplitMix random = new SplitMix(3);
    float[] values = new float[n * width];
    for (int i = 0; i < n; i++) {
      Arrays.fill(values, i * width, (i + 1) * width, 1000);
      for (int c = 0; c < 3; c++) {
        // Uniform on ±√3·σ has variance σ².
        double along = (3 - c) * Math.sqrt(3) * random.between(-1, 1);
        for (int j = 0; j < width; j++) {
          values[i * width + j] += (float) (along * directions[c][j]);
        }
      }
    }
    return Dataset.of("rows", DataSpec.vectors(width), values, new int[n]);
  }

  private static double[][] directions(int width) {
    SplitMix random = new SplitMix(5);
    double[][] directions = new double[3][width];
    for (double[] direction : directions) {
      for (int j = 0; j < width; j++) {
        direction[j] = random.between(-1, 1);
      }
    }
    Subspace.orthonormalise(directions);
    return directions;
  }

  @Test
  void findsKnownDirectionsAndTheirVariances() {
    double[][] truth = directions(7);
    Dataset data = rows(4001, 7, truth);
    Pca pca = Pca.fit(data, 3, 2);
    assertThat(pca.variances()[0]).isCloseTo(9, within(.4));
    assertThat(pca.variances()[1]).isCloseTo(4, within(.2));
    assertThat(pca.variances()[2]).isCloseTo(1, within(.1));
    assertThat(pca.squaredError(data, 3, 2)).isLessThan(1e-5);
    assertThat(pca.squaredError(data, 2, 1)).isCloseTo(pca.variances()[2], within(1e-4));
    assertThat(pca.squaredError(data, 0, 1)).isCloseTo(14, within(.5));
    assertThat(PrincipalAngles.between(pca.components(), truth)[2]).isLessThan(1e-3);
    assertThat(pca.encode(data, 2)).hasSize(2 * 4001);
  }

  @Test
  void threadsAndSubspaceIterationAgree() {
    Dataset data = rows(500, 9, directions(9));
    Pca whole = Pca.fit(data, 3, 1);
    Pca threads = Pca.fit(data, 3, 3);
    Covariance covariance = Covariance.of(data, Scaling.none(), 2);
    Pca iterated = Subspace.iterate(covariance, covariance.mean(), 3, 500);
    RowProducts products = new RowProducts(data, Scaling.none(), 2);
    Pca wide = Subspace.iterate(products, products.mean(), 3, 500);
    for (int c = 0; c < 3; c++) {
      assertThat(threads.variances()[c]).isCloseTo(whole.variances()[c], within(1e-9));
      assertThat(iterated.variances()[c]).isCloseTo(whole.variances()[c], within(1e-5));
      assertThat(wide.variances()[c]).isCloseTo(whole.variances()[c], within(1e-4));
    }
    assertThat(PrincipalAngles.between(whole.components(), iterated.components())[2])
        .isLessThan(.01);
  }

  @Test
  void anglesOfKnownPlanes() {
    double[][] floor = {{1, 0, 0}, {1, 1, 0}};
    double[][] tilted = {{1, 0, 0}, {0, Math.cos(.3), Math.sin(.3)}};
    double[] angles = PrincipalAngles.between(floor, tilted);
    assertThat(angles[0]).isCloseTo(0, within(1e-7));
    assertThat(angles[1]).isCloseTo(.3, within(1e-12));
    assertThat(PrincipalAngles.between(floor, new double[][] {{0, 0, 2}})[0])
        .isCloseTo(Math.PI / 2, within(1e-12));
  }

  /** Errors that independent programs found on the official files. */
  @Test
  void mnistHasItsPublishedErrors() {
    Parts parts = new MnistProvider().open(Selector.parse("mnist:" + RealData.folder("mnist")));
    Dataset test = Dataset.load(parts.test());
    Pca pca = Pca.fit(Dataset.load(parts.train()), 30, 2);
    assertThat(pca.squaredError(test, 2, 2)).isCloseTo(43.645, within(5e-4));
    assertThat(pca.squaredError(test, 10, 2)).isCloseTo(26.714, within(5e-4));
    assertThat(pca.squaredError(test, 30, 2)).isCloseTo(13.866, within(5e-4));
  }
}
