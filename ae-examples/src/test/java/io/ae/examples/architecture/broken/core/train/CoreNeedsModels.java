package io.ae.examples.architecture.broken.core.train;

import io.ae.examples.architecture.broken.models.x.Variant;

/** Breaks a wall on purpose. */
final class CoreNeedsModels {
  Variant breach;
}
