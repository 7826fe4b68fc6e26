package io.ae.examples;

import io.ae.core.Ae;
import io.ae.core.Fitting;

/**
 * Where an exercise is done.
 *
 * @param ae knows the variants
 * @param threads cores to use, at least 1
 * @param seed of every model that is trained
 */
public record Lab(Ae ae, int threads, long seed) {
  /** Returns a model of a variant, to be trained here without principal components beside it. */
  Fitting model(String plugin) {
    return ae.model(plugin).threads(threads).seed(seed).train("pca", false);
  }
}
