package io.ae.core.baseline;

import io.ae.api.CodeKind;
import io.ae.api.data.DataSpec;
import io.ae.api.data.Source;
import io.ae.core.data.Dataset;
import io.ae.core.data.Scaling;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What principal component analysis, learnt on the training rows, leaves over on the rows that a
 * model is measured on: the error that a model with as many code units has to beat.
 *
 * @param squaredError mean over rows of ‖x − z‖², of the scaled rows; null if it was left out
 * @param leftOut why it was left out; empty if it was not
 */
public record PcaBaseline(@Nullable Double squaredError, String leftOut) {
  /** Multiplications above which it is left out: some half a minute of one core. */
  private static final double MOST = 1.5e11;

  /** Rounds that wide rows take, at a guess. */
  private static final double ROUNDS = 8;

  /**
   * Measures.
   *
   * @param train read once if rows have at most 1,024 columns; wider ones must be in memory
   * @param rows number of training rows
   * @param test read once
   * @param scaling of both, as the model has it
   * @param units of the model's code
   * @param threads at least 1
   */
  public static PcaBaseline of(
      Source train, long rows, Source test, Scaling scaling, Units units, int threads) {
    DataSpec spec = train.spec();
    int width = spec.features();
    if (!(units.kind() instanceof CodeKind.Real)) {
      return new PcaBaseline(null, "the code is not made of real numbers");
    }
    if (spec.density() < 1) {
      return new PcaBaseline(null, "the rows are sparse");
    }
    if (units.width() >= width) {
      return new PcaBaseline(0., "");
    }
    boolean wide = width > Pca.WHOLE;
    double work =
        wide
            ? 2 * ROUNDS * rows * width * (units.width() + Subspace.SPARE)
            : .5 * rows * width * width;
    if (work > MOST) {
      return new PcaBaseline(
          null,
          String.format(Locale.ROOT, "%,d rows of %,d columns would take too long", rows, width));
    }
    if (wide && !(train instanceof Dataset)) {
      return new PcaBaseline(
          null, String.format(Locale.ROOT, "%,d columns are too many for a stream", width));
    }
    Pca pca =
        wide
            ? wide((Dataset) train, scaling, units.width(), threads)
            : narrow(train, rows, scaling, units.width(), threads);
    return new PcaBaseline(error(pca, test, scaling, units.width()), "");
  }

  /**
   * A model's code.
   *
   * @param kind what its elements are
   * @param width their number
   */
  public record Units(CodeKind kind, int width) {}

  private static Pca wide(Dataset train, Scaling scaling, int units, int threads) {
    RowProducts products = new RowProducts(train, scaling, threads);
    return Subspace.iterate(products, products.mean(), units, train.size());
  }

  private static Pca narrow(Source train, long rows, Scaling scaling, int units, int threads) {
    Covariance covariance = Covariance.of(train, scaling, threads);
    return Subspace.iterate(covariance, covariance.mean(), units, rows);
  }

  private static double error(Pca pca, Source test, Scaling scaling, int units) {
    int k = Math.min(units, pca.components().length);
    double[] row = new double[pca.mean().length];
    double sum = 0;
    long rows = 0;
    try (Blocks blocks = new Blocks(test, scaling)) {
      for (int n; (n = blocks.next()) > 0; rows += n) {
        for (int i = 0; i < n; i++) {
          pca.centre(blocks.rows[i], 0, row);
          sum += pca.left(row, k);
        }
      }
    }
    return sum / rows;
  }
}
