package io.ae.examples.architecture.broken.retrieval;

import io.ae.examples.architecture.broken.models.x.Variant;

/** Breaks a wall on purpose. */
final class RetrievalNeedsModels {
  Variant breach;
}
