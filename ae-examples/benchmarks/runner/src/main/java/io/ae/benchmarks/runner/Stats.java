package io.ae.benchmarks.runner;

import java.util.ArrayList;
import java.util.List;

/** The few statistics of a run. */
final class Stats {
  private Stats() {}

  /** Returns the middle value, or the mean of the two in the middle; NaN of nothing. */
  static double median(List<Double> values) {
    if (values.isEmpty()) {
      return Double.NaN;
    }
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /**
   * Returns the median of the rounds' own ratios: what disturbs a whole round, such as a slower
   * clock, falls out.
   */
  static double pairedRatio(List<Double> above, List<Double> below) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < Math.min(above.size(), below.size()); i++) {
      ratios.add(above.get(i) / below.get(i));
    }
    return median(ratios);
  }
}
