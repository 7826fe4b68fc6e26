package io.ae.core.conformance;

import io.ae.api.AeException;

/** Holds that something is refused, and by which code. */
final class Refusal {
  private Refusal() {}

  /**
   * Tries something that must be refused.
   *
   * @param code the only right answer
   * @param what what is tried, for the message
   * @return the refusal
   */
  static AeException of(String code, String what, Check.Body body) throws Exception {
    try {
      body.run();
    } catch (AeException e) {
      if (e.code().equals(code)) {
        return e;
      }
      throw new CheckFailure(what + " must be refused with " + code + ", got " + e.text(), e);
    } catch (RuntimeException | LinkageError | AssertionError e) {
      throw new CheckFailure(what + " must be refused with " + code + ", threw " + e, e);
    }
    throw new CheckFailure(what + " must be refused with " + code + ", and was accepted");
  }
}
