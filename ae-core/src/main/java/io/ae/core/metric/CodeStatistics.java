package io.ae.core.metric;

import io.ae.api.CodeKind;
import io.ae.api.Codes;
import java.util.Arrays;
import java.util.List;

/**
 * How the units of a code behave over some rows.
 *
 * @param units one for each of the code's elements
 */
public record CodeStatistics(List<Unit> units) {
  /** A unit whose deviation is at most this share of the largest unit's says nothing. */
  public static final double DEAD = .01;

  /** A value this near to a bound is at the bound. */
  public static final double AT_BOUND = .01;

  /** A unit that is at a bound for this share of the rows is saturated. */
  public static final double SATURATED = .9;

  /**
   * One unit.
   *
   * @param mean over the rows
   * @param deviation standard deviation over the rows, divided by their number
   * @param low least value
   * @param high largest value
   * @param dead whether it hardly varies
   * @param saturated whether it is not dead and nearly always at a bound: the codes' own, if all of
   *     them lie in [0, 1] or in [−1, 1]
   */
  public record Unit(
      double mean, double deviation, double low, double high, boolean dead, boolean saturated) {}

  public CodeStatistics {
    units = List.copyOf(units);
  }

  /** Measures codes. */
  public static CodeStatistics of(Codes codes) {
    int width = codes.width();
    double[] mean = new double[width];
    double[] deviation = new double[width];
    double[] low = new double[width];
    double[] high = new double[width];
    Arrays.fill(low, Double.POSITIVE_INFINITY);
    Arrays.fill(high, Double.NEGATIVE_INFINITY);
    float[] values = codes.values();
    for (int i = 0; i < values.length; i++) {
      int unit = i % width;
      mean[unit] += values[i] / (double) codes.rows();
      low[unit] = Math.min(low[unit], values[i]);
      high[unit] = Math.max(high[unit], values[i]);
    }
    for (int i = 0; i < values.length; i++) {
      double d = values[i] - mean[i % width];
      deviation[i % width] += d * d / codes.rows();
    }
    double most = 0;
    for (int l = 0; l < width; l++) {
      deviation[l] = Math.sqrt(deviation[l]);
      most = Math.max(most, deviation[l]);
    }
    double least = least(codes, low, high);
    Unit[] units = new Unit[width];
    for (int l = 0; l < width; l++) {
      boolean dead = deviation[l] <= DEAD * most;
      boolean saturated = !dead && atBound(codes, l, least) >= SATURATED * codes.rows();
      units[l] = new Unit(mean[l], deviation[l], low[l], high[l], dead, saturated);
    }
    return new CodeStatistics(List.of(units));
  }

  /** Returns the number of dead units. */
  public long dead() {
    return units.stream().filter(Unit::dead).count();
  }

  /** Returns the number of saturated units. */
  public long saturated() {
    return units.stream().filter(Unit::saturated).count();
  }

  /** Returns the lower bound of bounded codes, whose upper one is 1; NaN if they have none. */
  private static double least(Codes codes, double[] low, double[] high) {
    double lowest = Arrays.stream(low).min().orElse(Double.NaN);
    double highest = Arrays.stream(high).max().orElse(Double.NaN);
    boolean bounded = codes.kind() instanceof CodeKind.Real && highest <= 1 && lowest >= -1;
    return bounded ? (lowest >= 0 ? 0 : -1) : Double.NaN;
  }

  private static int atBound(Codes codes, int unit, double least) {
    int n = 0;
    for (int i = unit; i < codes.values().length; i += codes.width()) {
      float v = codes.values()[i];
      n += v <= least + AT_BOUND || (!Double.isNaN(least) && v >= 1 - AT_BOUND) ? 1 : 0;
    }
    return n;
  }
}
