package io.ae.examples.architecture.broken.core.backend;

import com.fasterxml.jackson.databind.JsonNode;

/** Breaks a wall on purpose. */
final class BackendNeedsDatabind {
  JsonNode breach;
}
