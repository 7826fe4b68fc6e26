package io.ae.core.file.read;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one epoch of one phase showed.
 *
 * @param phase its name
 * @param epoch from 1 within the phase
 * @param loss mean over the epoch's rows of the sum of the terms
 * @param terms mean of each term
 * @param validationLoss the same sum on the validation rows, without corruption or dropout; null
 *     without validation rows
 * @param seconds how long it took, validation included
 * @param samplesPerSecond training rows for each second of training
 */
public record EpochLog(
    String phase,
    int epoch,
    double loss,
    Map<String, Double> terms,
    @Nullable Double validationLoss,
    double seconds,
    double samplesPerSecond) {
  public EpochLog {
    terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
  }
}
