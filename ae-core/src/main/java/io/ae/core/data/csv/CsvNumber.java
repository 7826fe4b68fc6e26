package io.ae.core.data.csv;

import org.jspecify.annotations.Nullable;

/** Decimal numbers, without what Java alone takes for one ({@code 1d}, {@code 0x1p3}). */
final class CsvNumber {
  private CsvNumber() {}

  /** Returns a finite number, or null if the text is none. */
  static @Nullable Float parse(String text) {
    if (!decimal(text)) {
      return null;
    }
    try {
      float value = Float.parseFloat(text);
      return Float.isFinite(value) ? value : null;
    } catch (NumberFormatException e) {
      // The caller names file, line and column.
      return null;
    }
  }

  /** Returns whether the text is a number whose only fault is its size. */
  static boolean overflows(String text) {
    if (!decimal(text)) {
      return false;
    }
    try {
      return !Float.isFinite(Float.parseFloat(text));
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static boolean decimal(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
