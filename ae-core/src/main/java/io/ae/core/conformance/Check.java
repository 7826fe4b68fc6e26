package io.ae.core.conformance;

/**
 * One thing to try on a backend or plugin.
 *
 * @param id the rule in {@code ae-api/SPEC.md}, such as {@code B7}; several checks may try one rule
 * @param level how binding the rule is
 * @param title the rule and the case, for people
 * @param body what is tried; it returns if the rule holds
 */
public record Check(String id, Level level, String title, Body body) {
  /** What a check does. */
  @FunctionalInterface
  public interface Body {
    /**
     * Tries it.
     *
     * @throws CheckFailure if the rule is broken
     * @throws Exception whatever else the backend or plugin throws, which is a failure too
     */
    void run() throws Exception;
  }

  /** Returns id, level and title. */
  @Override
  public String toString() {
    return id + " " + level + " " + title;
  }
}
