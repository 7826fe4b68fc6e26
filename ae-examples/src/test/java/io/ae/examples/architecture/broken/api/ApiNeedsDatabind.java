package io.ae.examples.architecture.broken.api;

import com.fasterxml.jackson.databind.JsonNode;

/** Breaks a wall on purpose. */
final class ApiNeedsDatabind {
  JsonNode breach;
}
