package io.ae.core;

import io.ae.core.baseline.PcaBaseline;
import io.ae.core.train.History;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What fitting gave.
 *
 * @param model to use, to save, and to close
 * @param history epoch by epoch, and how training ended
 * @param metrics by name: {@code parameters}, {@code trainSeconds}, {@code samplesPerSecond},
 *     {@code stall} (share of the training time in which steps waited for rows to be read), {@code
 *     loss} of the last epoch, {@code validationLoss} where rows were validated; with test rows
 *     {@code mse} (mean over rows and features) and {@code squaredError} (mean over rows of the sum
 *     over features), of the scaled rows, those of {@link io.ae.core.metric.Evaluation#metrics}
 *     where the model corrupts, and {@code pcaSquaredError} beside it where it was measured
 * @param backendReason why this backend was chosen
 * @param pca principal component analysis with as many components as the code has units; null
 *     without test rows, where the model does not reconstruct, and where it was not wanted
 * @param warnings what of the config and the data makes no sense together
 */
public record Fit(
    TrainedModel model,
    History history,
    Map<String, Double> metrics,
    String backendReason,
    @Nullable PcaBaseline pca,
    List<String> warnings) {
  public Fit {
    warnings = List.copyOf(warnings);
    metrics = Collections.unmodifiableMap(new TreeMap<>(metrics));
  }

  /**
   * Returns a metric.
   *
   * @throws IllegalArgumentException if there is no such one, naming those that there are
   */
  public double metric(String name) {
    Double value = metrics.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no metric '" + name + "'; there are " + metrics.keySet());
    }
    return value;
  }
}
