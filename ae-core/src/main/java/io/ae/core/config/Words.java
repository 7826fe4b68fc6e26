package io.ae.core.config;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How constants and numbers are written in configs and messages. */
public final class Words {
  private Words() {}

  /** Returns a constant as a word: {@code TRUNCATED_NORMAL} is {@code truncated-normal}. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the words of an enum, in the order of its constants. */
  public static List<String> of(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants()).map(Words::of).toList();
  }

  /** Returns a number without needless digits: {@code 1}, {@code 0.001}, {@code 1E-8}. */
  static String of(double number) {
    if (!Double.isFinite(number)) {
      return Double.toString(number);
    }
    BigDecimal exact = BigDecimal.valueOf(number).stripTrailingZeros();
    double size = Math.abs(number);
    return size == 0 ? "0" : size >= 1e-6 && size < 1e15 ? exact.toPlainString() : exact.toString();
  }

  /** Returns a count with its noun: {@code 1 element}, {@code 2 elements}. */
  static String count(long n, String noun) {
    return n + " " + noun + (n == 1 ? "" : "s");
  }
}
