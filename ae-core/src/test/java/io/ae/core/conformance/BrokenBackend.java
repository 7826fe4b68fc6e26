package io.ae.core.conformance;

import io.ae.api.backend.BackendProvider;
import io.ae.api.backend.BackendSettings;
import io.ae.api.graph.Program;

/**
 * A backend that breaks one rule.
 *
 * @param rule which
 * @param message part of what the kit says of it
 * @param provider the backend
 */
record BrokenBackend(Rule rule, String message, BackendProvider provider) {
  /** Returns one with wrong kernels. */
  static BrokenBackend kernels(Rule rule, String message, Rewrite.Rule rewrite) {
    return new BrokenBackend(
        rule,
        message,
        new WrappedProvider() {
          @Override
          Program program(Program given, BackendSettings settings) {
            return Rewrite.of(given, rewrite);
          }
        });
  }

  @Override
  public String toString() {
    return rule.toString();
  }
}
