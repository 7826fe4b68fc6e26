package io.ae.core.metric;

import io.ae.api.data.Source;
import io.ae.core.data.Scaling;

/** What is filled in where nothing is known of a value: the mean of its column. */
final class ColumnMeans {
  private ColumnMeans() {}

  /** Returns the means of the scaled rows, {@code [D]}; zeros for no rows. */
  static float[] of(Source rows, Scaling scaling) {
    double[] sums = new double[rows.spec().features()];
    long count = 0;
    try (Blocks blocks = new Blocks(rows, scaling)) {
      for (int n; (n = blocks.next()) > 0; count += n) {
        for (int i = 0; i < n * sums.length; i++) {
          sums[i % sums.length] += blocks.values()[i];
        }
      }
    }
    float[] means = new float[sums.length];
    for (int j = 0; j < means.length; j++) {
      means[j] = (float) (sums[j] / Math.max(1, count));
    }
    return means;
  }
}
