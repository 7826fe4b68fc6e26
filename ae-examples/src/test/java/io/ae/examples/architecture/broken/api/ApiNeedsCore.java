package io.ae.examples.architecture.broken.api;

import io.ae.examples.architecture.broken.core.train.Training;

/** Breaks a wall on purpose. */
final class ApiNeedsCore {
  Training breach;
}
