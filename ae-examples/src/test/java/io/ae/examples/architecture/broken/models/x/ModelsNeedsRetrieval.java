package io.ae.examples.architecture.broken.models.x;

import io.ae.examples.architecture.broken.retrieval.Index;

/** Breaks a wall on purpose. */
final class ModelsNeedsRetrieval {
  Index breach;
}
