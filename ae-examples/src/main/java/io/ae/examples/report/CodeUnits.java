package io.ae.examples.report;

/**
 * How each unit of a code behaves over the rows shown. A dead unit hardly varies: its standard
 * deviation is below 1 % of the largest unit's. A saturated one sits at a bound, within 0.01, for
 * at least 90 % of the rows; bounds are known only where all codes lie in [0, 1] or in [−1, 1].
 *
 * @param mean of each unit, {@code [L]}
 * @param deviation standard deviation of each unit, {@code [L]}
 * @param dead which units are dead, {@code [L]}
 * @param saturated which units are saturated, {@code [L]}
 * @param bounded whether the codes have bounds
 */
public record CodeUnits(
    double[] mean, double[] deviation, boolean[] dead, boolean[] saturated, boolean bounded) {
  private static final double DEAD = .01;
  private static final double NEAR = .01;
  private static final double SHARE = .9;

  /**
   * Measures codes.
   *
   * @param codes row-major, {@code [rows, width]}
   * @param width elements of one code, L
   */
  public static CodeUnits of(float[] codes, int width) {
    int rows = codes.length / width;
    double[] mean = new double[width];
    double[] deviation = new double[width];
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < codes.length; i++) {
      mean[i % width] += codes[i] / rows;
      low = Math.min(low, codes[i]);
      high = Math.max(high, codes[i]);
    }
    for (int i = 0; i < codes.length; i++) {
      double d = codes[i] - mean[i % width];
      deviation[i % width] += d * d / rows;
    }
    double most = 0;
    for (int l = 0; l < width; l++) {
      deviation[l] = Math.sqrt(deviation[l]);
      most = Math.max(most, deviation[l]);
    }
    boolean bounded = rows > 0 && low >= -1 && high <= 1;
    double bound = low >= 0 ? 0 : -1;
    boolean[] dead = new boolean[width];
    boolean[] saturated = new boolean[width];
    for (int l = 0; l < width; l++) {
      dead[l] = deviation[l] <= DEAD * most;
      saturated[l] = bounded && !dead[l] && atBound(codes, l, width, bound) >= SHARE * rows;
    }
    return new CodeUnits(mean, deviation, dead, saturated, bounded);
  }

  private static int atBound(float[] codes, int unit, int width, double low) {
    int count = 0;
    for (int i = unit; i < codes.length; i += width) {
      if (codes[i] <= low + NEAR || codes[i] >= 1 - NEAR) {
        count++;
      }
    }
    return count;
  }

  /** Returns the number of units, L. */
  public int width() {
    return mean.length;
  }

  /** Returns how many units are marked. */
  static int count(boolean[] marked) {
    int count = 0;
    for (boolean m : marked) {
      count += m ? 1 : 0;
    }
    return count;
  }
}
