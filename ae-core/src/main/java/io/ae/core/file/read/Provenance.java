package io.ae.core.file.read;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a model comes from.
 *
 * @param data selector of the training data, empty if it came from memory
 * @param dataDigest SHA-256 over the training rows, in hexadecimal; empty if not taken
 * @param rows number of training rows
 * @param settings the whole effective configuration, a JSON object
 * @param seed of initial values, shuffling and draws
 * @param backend id of the backend that trained it
 * @param threads that it used
 * @param versions of ae, Java, system and libraries, by name
 * @param metrics on the test rows, by name
 * @param pcaSquaredError mean squared error a row of principal component analysis at the same code
 *     size, learnt on the training rows, on the rows of the metrics; null if not computed
 * @param trainSeconds time spent in training
 * @param history epoch by epoch
 */
public record Provenance(
    String data,
    String dataDigest,
    long rows,
    String settings,
    long seed,
    String backend,
    int threads,
    Map<String, String> versions,
    Map<String, Double> metrics,
    @Nullable Double pcaSquaredError,
    double trainSeconds,
    List<EpochLog> history) {
  public Provenance {
    versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    history = List.copyOf(history);
  }

  /** Returns this with other metrics and error of principal component analysis. */
  public Provenance withMetrics(Map<String, Double> found, @Nullable Double pca) {
    return new Provenance(
        data,
        dataDigest,
        rows,
        settings,
        seed,
        backend,
        threads,
        versions,
        found,
        pca,
        trainSeconds,
        history);
  }

  /** Returns this with another history and the time it took. */
  public Provenance withHistory(List<EpochLog> epochs, double seconds) {
    return new Provenance(
        data,
        dataDigest,
        rows,
        settings,
        seed,
        backend,
        threads,
        versions,
        metrics,
        pcaSquaredError,
        seconds,
        epochs);
  }
}
