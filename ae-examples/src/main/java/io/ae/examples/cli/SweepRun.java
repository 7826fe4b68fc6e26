package io.ae.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ae.core.Fit;
import io.ae.core.config.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one combination of a sweep gave, for all seeds.
 *
 * @param combination the values, as JSON
 * @param seeds in the order of the runs
 * @param metrics of each run, as {@link Fit#metrics} has them
 * @param made what the first run makes of the page's rows; null if no page is wanted
 */
record SweepRun(
    List<String> combination,
    List<Long> seeds,
    List<Map<String, Double>> metrics,
    SweepRows.@Nullable Made made) {
  /** Names of what is told of each run. */
  static final List<String> FIGURES =
      List.of(
          "mse",
          "squaredError",
          "pcaSquaredError",
          "mseCorrupted",
          "mseCorruptedInput",
          "mseReplaced",
          "mseMeanFill",
          "parameters",
          "trainSeconds",
          "samplesPerSecond");

  /** Returns a figure of one run; NaN if the model does not have it. */
  double figure(int run, String name) {
    return metrics.get(run).getOrDefault(name, Double.NaN);
  }

  /** Returns the figure's values over the seeds, ascending. */
  double[] sorted(String name) {
    double[] values = new double[seeds.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = figure(i, name);
    }
    Arrays.sort(values);
    return values;
  }

  /** Returns the median over the seeds. */
  double median(String name) {
    double[] sorted = sorted(name);
    int n = sorted.length;
    return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }

  /** Returns it as JSON: the medians, and each run. */
  ObjectNode json(List<String> paths) {
    ObjectNode node = Json.object();
    ObjectNode set = node.putObject("set");
    for (int i = 0; i < paths.size(); i++) {
      set.set(paths.get(i), Json.parse(combination.get(i), paths.get(i)));
    }
    FIGURES.forEach(name -> put(node, name, median(name)));
    double[] mse = sorted("mse");
    node.put("leastMse", mse[0]).put("mostMse", mse[mse.length - 1]);
    for (int i = 0; i < seeds.size(); i++) {
      ObjectNode run = node.withArray("runs").addObject().put("seed", seeds.get(i));
      for (String name : FIGURES) {
        put(run, name, figure(i, name));
      }
    }
    return node;
  }

  /** JSON has no NaN: what is not known is null. */
  private static void put(ObjectNode node, String name, double value) {
    node.put(name, Double.isNaN(value) ? null : Double.valueOf(value));
  }
}
