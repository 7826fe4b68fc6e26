package io.ae.api.backend;

/** Whether a provider can work on this machine. */
public sealed interface Availability {
  /**
   * It can.
   *
   * @param details what was found, such as a library's version and the CPU's instruction set
   */
  record Available(String details) implements Availability {}

  /**
   * It cannot.
   *
   * @param reason what is missing
   * @param remedy what the user can do, such as the dependency to add
   */
  record Unavailable(String reason, String remedy) implements Availability {}
}
