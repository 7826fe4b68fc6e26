package io.ae.cpu.kernel;

/**
 * The Gauss error function.
 *
 * <p>Up to 3 by its series, beyond by the continued fraction of the complement, in double
 * precision. M. Abramowitz, I. Stegun, "Handbook of mathematical functions", 7.1.6 and 7.1.14.
 */
final class Erf {
  private static final double SERIES_TO = 3;
  private static final double ONE_FROM = 6;
  private static final int FRACTION_TERMS = 40;

  private Erf() {}

  static void run(float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = (float) at(x[i]);
    }
  }

  static double at(double x) {
    double a = Math.abs(x);
    if (a >= ONE_FROM) {
      return Math.signum(x);
    }
    if (a <= SERIES_TO) {
      double term = x;
      double sum = x;
      for (int k = 1; Math.abs(term) > 1e-17 * Math.abs(sum); k++) {
        term *= 2 * x * x / (2 * k + 1);
        sum += term;
      }
      return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
    }
    if (Double.isNaN(x)) {
      return x;
    }
    double f = 0;
    for (int k = FRACTION_TERMS; k >= 1; k--) {
      f = k / 2.0 / (a + f);
    }
    return Math.signum(x) * (1 - Math.exp(-x * x) / Math.sqrt(Math.PI) / (a + f));
  }
}
