package io.ae.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ae.api.AeException;

/** The exact texts of refusals. */
public final class Refusals {
  private Refusals() {}

  /** Asserts code and message of an {@link AeException}. */
  public static void assertRefused(Runnable call, String text) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(AeException.class, e -> assertThat(e.text()).isEqualTo(text));
  }
}
