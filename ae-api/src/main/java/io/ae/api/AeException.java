package io.ae.api;

import java.util.Objects;

/**
 * A mistake that a user, a plugin author or a backend author can mend. The message says what was
 * wanted, what was found and what to do; the code is stable and may be searched for.
 *
 * <p>The command shows code and message, without a stack trace, and exits with 2.
 */
public class AeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * @param code stable code such as {@code AE-C003}
   * @param message what was wanted, what was found, what to do
   */
  public AeException(String code, String message) {
    super(message);
    this.code = Objects.requireNonNull(code);
  }

  /**
   * @param code stable code such as {@code AE-F001}
   * @param message what was wanted, what was found, what to do
   * @param cause what made it come to light
   */
  public AeException(String code, String message, Throwable cause) {
    super(message, cause);
    this.code = Objects.requireNonNull(code);
  }

  /** Returns the stable code, such as {@code AE-C003}. */
  public final String code() {
    return code;
  }

  /** Returns what was wanted, what was found, what to do. */
  @Override
  public final String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }

  /** Returns code and message as one text, the way the command prints it. */
  public final String text() {
    return code + " " + getMessage();
  }
}
