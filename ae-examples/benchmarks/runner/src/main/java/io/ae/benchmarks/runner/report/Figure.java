package io.ae.benchmarks.runner.report;

import java.util.Locale;

/** Numbers as a table's cells. */
public final class Figure {
  private static final String NONE = "–";

  private Figure() {}

  /** Returns three significant digits or so; a dash for what was not measured. */
  public static String of(double value) {
    if (Double.isNaN(value)) {
      return NONE;
    }
    double size = Math.abs(value);
    String format = size >= 1000 ? "%,.0f" : size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, size < 1 && size > 0 ? "%.3g" : format, value);
  }

  /** Returns ns as ms. */
  public static String millis(double nanos) {
    return of(nanos / 1e6);
  }

  /** Returns KiB as MiB. */
  public static String mebibytes(long kibibytes) {
    return of(kibibytes / 1024.0);
  }

  /** Returns a loss with the digits that a comparison needs. */
  public static String loss(double value) {
    return Double.isNaN(value) ? NONE : String.format(Locale.ROOT, "%.6g", value);
  }

  /** Returns a signed part of a hundred. */
  public static String percent(double fraction) {
    return Double.isNaN(fraction) ? NONE : String.format(Locale.ROOT, "%+.2f %%", 100 * fraction);
  }
}
