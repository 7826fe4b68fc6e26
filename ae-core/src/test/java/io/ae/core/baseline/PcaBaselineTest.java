package io.ae.core.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ae.api.CodeKind;
import io.ae.api.data.Cursor;
import io.ae.api.data.DataSpec;
import io.ae.api.data.Source;
import io.ae.core.baseline.PcaBaseline.Units;
import io.ae.core.data.Dataset;
import io.ae.core.data.Scaling;
import io.ae.core.data.SplitMix;
import org.junit.jupiter.api.Test;

class PcaBaselineTest {
  private static final Units TWO = new Units(CodeKind.real(), 2);

  /** Columns of falling variance. */
  private static Dataset rows(int n, int width, long seed) {
    SplitMix random = new SplitMix(seed);
    float[] values = new float[n * width];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (5 + random.between(-1, 1) / (1 + i % width));
    }
    return Dataset.of("rows", DataSpec.vectors(width), values, new int[n]);
  }

  private static Source streamed(Dataset rows) {
    return new Source() {
      @Override
      public DataSpec spec() {
        return rows.spec();
      }

      @Override
      public long rows() {
        return rows.size();
      }

      @Override
      public Cursor open() {
        return rows.open();
      }
    };
  }

  private static PcaBaseline of(Source train, long rows, Source test, Units units) {
    return PcaBaseline.of(train, rows, test, Scaling.none(), units, 2);
  }

  @Test
  void isTheErrorOfTheExactComponents() {
    Dataset train = rows(2500, 9, 1);
    Dataset test = rows(1100, 9, 2);
    double exact = Pca.fit(train, 2, 1).squaredError(test, 2, 1);
    PcaBaseline found = of(train, 2500, test, TWO);
    assertThat(found.squaredError()).isCloseTo(exact, within(1e-4 * exact));
    assertThat(found.leftOut()).isEmpty();
    assertThat(of(streamed(train), 2500, streamed(test), TWO)).isEqualTo(found);
  }

  @Test
  void isMeasuredOnScaledRows() {
    Dataset train = rows(300, 4, 1);
    Scaling scaling = Scaling.learn(Scaling.Kind.STANDARD, train);
    PcaBaseline found = PcaBaseline.of(train, 300, train, scaling, TWO, 1);
    // Four independent columns of variance 1, of which two components take about half.
    assertThat(found.squaredError()).isBetween(1.6, 2.);
  }

  @Test
  void wideRowsAreIteratedOver() {
    Dataset train = rows(200, 1030, 1);
    Dataset test = rows(50, 1030, 2);
    double exact =
        Eigen.largest(
                Covariance.of(train, Scaling.none(), 1).matrix(), Pca.fit(train, 1, 1).mean(), 2)
            .squaredError(test, 2, 1);
    assertThat(of(train, 200, test, TWO).squaredError()).isCloseTo(exact, within(1e-3 * exact));
    assertThat(of(streamed(train), 200, test, TWO))
        .isEqualTo(new PcaBaseline(null, "1,030 columns are too many for a stream"));
  }

  @Test
  void saysWhyItIsLeftOut() {
    Dataset rows = rows(10, 4, 1);
    assertThat(of(rows, 10, rows, new Units(CodeKind.bits(), 2)))
        .isEqualTo(new PcaBaseline(null, "the code is not made of real numbers"));
    assertThat(of(rows, 1L << 40, rows, TWO))
        .isEqualTo(
            new PcaBaseline(null, "1,099,511,627,776 rows of 4 columns would take too long"));
    assertThat(of(rows, 10, rows, new Units(CodeKind.real(), 4)))
        .isEqualTo(new PcaBaseline(0., ""));
  }
}
