package io.ae.core.metric;

import io.ae.api.backend.CompiledModel;
import io.ae.api.data.Source;
import io.ae.core.data.Scaling;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How well a model reconstructs rows; the reconstructions are not kept.
 *
 * @param clean errors of reconstructions from the rows as they are
 * @param corrupted how well it undoes its corruption; null if the model corrupts nothing
 */
public record Evaluation(RowErrors clean, @Nullable Corrupted corrupted) {
  /**
   * Reconstructs every row.
   *
   * @param model with a function {@code reconstruct}
   * @param scaling applied to the rows
   * @param rows in their own units
   * @param train rows that the model was trained on, read only if it corrupts; null if not at hand
   * @throws io.ae.api.AeException {@code AE-G003} if the model does not reconstruct
   */
  public static Evaluation of(
      CompiledModel model, Scaling scaling, Source rows, @Nullable Source train) {
    int width = rows.spec().features();
    ErrorList clean = new ErrorList();
    try (RowFunction reconstruct = RowFunction.reconstruct(model, width);
        Corrupted.Gathering corrupted = gathering(model, scaling, width, train);
        Blocks blocks = new Blocks(rows, scaling)) {
      long first = 0;
      for (int n; (n = blocks.next()) > 0; first += n) {
        float[] x = blocks.values();
        clean.add(x, reconstruct.run(x, n, first), n, width);
        if (corrupted != null) {
          corrupted.add(reconstruct, x, n, first);
        }
      }
      return new Evaluation(
          clean.toErrors(width), corrupted == null ? null : corrupted.toCorrupted());
    }
  }

  private static Corrupted.@Nullable Gathering gathering(
      CompiledModel model, Scaling scaling, int width, @Nullable Source train) {
    if (!RowFunction.corrupts(model)) {
      return null;
    }
    float[] fill = train == null ? null : ColumnMeans.of(train, scaling);
    return new Corrupted.Gathering(RowFunction.corrupt(model, width), width, fill);
  }

  /**
   * Returns {@code mse} (mean over rows and features) and {@code squaredError} (mean over rows);
   * where the model corrupts also {@code mseCorrupted} (from corrupted rows, to the clean ones),
   * {@code mseCorruptedInput} (of the corrupted rows themselves), and, for the values that are
   * replaced, {@code mseReplaced} and {@code mseMeanFill}; nothing for no rows.
   */
  public Map<String, Double> metrics() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    if (clean.rows() > 0) {
      metrics.put("mse", clean.mse());
      metrics.put("squaredError", clean.squaredError());
      if (corrupted != null) {
        metrics.putAll(corrupted.metrics());
      }
    }
    return metrics;
  }
}
