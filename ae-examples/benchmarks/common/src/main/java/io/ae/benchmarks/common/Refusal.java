package io.ae.benchmarks.common;

/** A system's word that it does not do what is asked, and why; the table prints the reason. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * Refuses.
   *
   * @param reason one line
   */
  public Refusal(String reason) {
    super(reason);
  }
}
