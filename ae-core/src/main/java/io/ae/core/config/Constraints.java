package io.ae.core.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tests a value that has the right Java type against the constraints of its component. */
final class Constraints {
  private Constraints() {}

  /**
   * @param type the component's, or that of its elements
   * @param value of that type; lists and records are walked by the caller
   * @param got the value as the user wrote it
   */
  static void check(
      Component c, ValueType type, Object value, String path, String got, List<Problem> problems) {
    if (value instanceof Number number) {
      if (!Bounds.inside(number.doubleValue(), c.range())) {
        problems.add(refuse("AE-C003", path, c.wanted(type), got));
      }
    } else if (value instanceof String text && !c.words().isEmpty()) {
      if (!c.words().contains(text)) {
        problems.add(word(c, type, path, text, got));
      }
    } else if (value instanceof List<?> list && !Bounds.inside(list.size(), c.size())) {
      problems.add(size(c, list.size(), path));
    }
  }

  static Problem refuse(String code, String path, String wanted, String got) {
    return new Problem(code, path, path + " must be " + wanted + ". Got " + got + ".");
  }

  static Problem word(Component c, ValueType type, String path, String word, String got) {
    Problem plain = refuse("AE-C004", path, c.wanted(type), got);
    String meant = Suggestion.sentence(word, c.words());
    return new Problem(plain.code(), path, plain.message() + meant);
  }

  private static Problem size(Component c, int elements, String path) {
    return new Problem(
        "AE-C005", path, path + " must have " + sizePhrase(c) + ". Got " + elements + ".");
  }

  private static String sizePhrase(Component c) {
    return c.size() == null ? "any number of elements" : Bounds.phrase(c.size());
  }

  /** Returns the path of a key below another. */
  static String below(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /** Returns a value in the way a config writes it, for a message. */
  static String show(@Nullable Object value) {
    if (value instanceof Double number) {
      return Words.of(number);
    }
    return value instanceof String text ? '"' + text + '"' : String.valueOf(value);
  }
}
