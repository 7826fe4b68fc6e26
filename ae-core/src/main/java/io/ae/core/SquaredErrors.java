package io.ae.core;

import io.ae.api.data.Cursor;
import io.ae.api.data.Source;
import io.ae.api.model.Capability;
import java.util.ArrayList;
import java.util.Map;

/**
 * How well rows are reconstructed, without holding the reconstructions.
 *
 * @param rows how many
 * @param sum over rows and features of (x − z)², of the scaled rows
 * @param features values of a row
 */
record SquaredErrors(long rows, double sum, int features) {
  static SquaredErrors of(Inference inference, Source rows) {
    int features = rows.spec().features();
    double[] sum = new double[1];
    long[] count = new long[1];
    try (Cursor cursor = rows.open()) {
      RowReader reader = RowReader.of(cursor, features, new ArrayList<>());
      inference.run(
          Capability.RECONSTRUCT,
          "reconstruction",
          reader,
          (block, n, output) -> {
            for (int j = 0; j < n * features; j++) {
              double d = block[j] - output[j];
              sum[0] += d * d;
            }
            count[0] += n;
          });
    }
    return new SquaredErrors(count[0], sum[0], features);
  }

  /** Returns {@code mse} and {@code squaredError}; nothing for no rows. */
  Map<String, Double> metrics() {
    return rows == 0
        ? Map.of()
        : Map.of("mse", sum / ((double) rows * features), "squaredError", sum / rows);
  }
}
