package io.ae.core.conformance;

import io.ae.api.AeException;

/** A rule of the specification is broken: {@code AE-K001}, with what was wanted and found. */
public final class CheckFailure extends AeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what was wanted and what was found
   */
  public CheckFailure(String message) {
    super("AE-K001", message);
  }

  /**
   * @param message what was wanted and what was found
   * @param cause what was thrown instead
   */
  public CheckFailure(String message, Throwable cause) {
    super("AE-K001", message, cause);
  }
}
