package io.ae.core.config;

/**
 * One thing wrong with a config.
 *
 * @param code stable code such as {@code AE-C003}
 * @param path where, such as {@code model.hidden[1]}
 * @param message what was wanted and what was found, naming the path
 */
public record Problem(String code, String path, String message) {
  /** Returns code and message as one line. */
  public String text() {
    return code + " " + message;
  }
}
