package io.ae.core.backend.kernel;

/**
 * The Gauss error function, to double precision.
 *
 * <p>M. Abramowitz, I. Stegun, "Handbook of mathematical functions", 1964: series 7.1.6, whose
 * terms are all positive, and the continued fraction 7.1.14.
 */
final class ErrorFunction {
  private static final double SERIES_BELOW = 3;
  private static final int FRACTION_TERMS = 60;
  private static final double ROOT_PI = Math.sqrt(Math.PI);

  private ErrorFunction() {}

  static double erf(double x) {
    double a = Math.abs(x);
    return a < SERIES_BELOW ? series(x) : a >= SERIES_BELOW ? Math.copySign(1 - tail(a), x) : x;
  }

  private static double series(double x) {
    double term = x;
    double sum = x;
    for (int n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return 2 / ROOT_PI * Math.exp(-x * x) * sum;
  }

  private static double tail(double x) {
    double fraction = 0;
    for (int n = FRACTION_TERMS; n >= 1; n--) {
      fraction = n / 2.0 / (x + fraction);
    }
    return Math.exp(-x * x) / ROOT_PI / (x + fraction);
  }
}
