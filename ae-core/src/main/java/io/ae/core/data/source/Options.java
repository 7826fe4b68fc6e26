package io.ae.core.data.source;

import io.ae.api.AeException;
import io.ae.api.data.Selector;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The options of a selector, each with its check. */
public final class Options {
  private final Selector selector;

  /**
   * @param known the options that this kind of data has
   * @throws AeException {@code AE-D002} if the selector has another
   */
  public Options(Selector selector, Set<String> known) {
    selector.allow(known);
    this.selector = selector;
  }

  /** Returns the text of an option, or null if it is not there. */
  public @Nullable String text(String name) {
    return selector.options().get(name);
  }

  /** Returns a whole number, or the default if the option is not there. */
  public long number(String name, long otherwise, long least, long most) {
    String text = text(name);
    if (text == null) {
      return otherwise;
    }
    try {
      long value = Long.parseLong(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw bad(name, text, "a whole number", e);
    }
    throw bad(name, text, "a whole number in [" + least + ", " + most + "]", null);
  }

  /** Returns true or false, or the default if the option is not there. */
  public boolean flag(String name, boolean otherwise) {
    String text = text(name);
    if (text == null) {
      return otherwise;
    }
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw bad(name, text, "true or false", null);
    };
  }

  /**
   * Returns the path that stands after the colon.
   *
   * @throws AeException {@code AE-D004} if there is none
   */
  public String path(String what) {
    if (selector.path().isEmpty()) {
      throw new AeException(
          "AE-D004",
          "data '" + selector + "' must name " + what + ": " + selector.kind() + ":PATH.");
    }
    return selector.path();
  }

  /** Returns the refusal of an option's value. */
  public AeException bad(String name, String found, String wanted, @Nullable Throwable cause) {
    String message =
        "data '" + selector + "': " + name + " must be " + wanted + ", found '" + found + "'.";
    return cause == null
        ? new AeException("AE-D004", message)
        : new AeException("AE-D004", message, cause);
  }
}
