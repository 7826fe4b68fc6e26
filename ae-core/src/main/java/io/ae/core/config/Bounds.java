package io.ae.core.config;

import io.ae.api.config.Range;
import io.ae.api.config.Size;
import org.jspecify.annotations.Nullable;

/** Tests bounds and puts them into words. */
final class Bounds {
  private Bounds() {}

  static boolean inside(double value, @Nullable Range range) {
    if (!Double.isFinite(value)) {
      return false;
    }
    if (range == null) {
      return true;
    }
    boolean low = range.openMin() ? value > range.min() : value >= range.min();
    boolean high = range.openMax() ? value < range.max() : value <= range.max();
    return low && high;
  }

  /** Returns {@code " in [0, 1)"}, {@code " of at least 1"}, {@code " above 0"} or nothing. */
  static String phrase(@Nullable Range range) {
    if (range == null) {
      return "";
    }
    boolean low = range.min() != Double.NEGATIVE_INFINITY;
    boolean high = range.max() != Double.POSITIVE_INFINITY;
    String min = Words.of(range.min());
    String max = Words.of(range.max());
    if (low && high) {
      return " in "
          + (range.openMin() ? "(" : "[")
          + min
          + ", "
          + max
          + (range.openMax() ? ")" : "]");
    }
    if (low) {
      return (range.openMin() ? " above " : " of at least ") + min;
    }
    return high ? (range.openMax() ? " below " : " of at most ") + max : "";
  }

  static boolean inside(int elements, @Nullable Size size) {
    return size == null || elements >= size.min() && elements <= size.max();
  }

  /** Returns {@code "1 to 8 elements"}, {@code "at least 1 element"} and the like. */
  static String phrase(Size size) {
    if (size.max() == Integer.MAX_VALUE) {
      return "at least " + Words.count(size.min(), "element");
    }
    if (size.min() == size.max()) {
      return "exactly " + Words.count(size.min(), "element");
    }
    return size.min() == 0
        ? "at most " + Words.count(size.max(), "element")
        : size.min() + " to " + Words.count(size.max(), "element");
  }
}
