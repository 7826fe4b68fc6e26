package io.ae.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ae.api.AeException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The exact texts of refusals. */
public final class Refusals {
  private Refusals() {}

  /** Asserts code and message of an {@link AeException}. */
  public static void assertRefused(ThrowingCallable call, String text) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(AeException.class, e -> assertThat(e.text()).isEqualTo(text));
  }
}
