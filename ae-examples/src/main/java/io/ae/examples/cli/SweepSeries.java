package io.ae.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ae.core.config.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Runs of a sweep that differ in one key alone: the axis.
 *
 * @param others values of the other keys, as {@code --set} takes them
 * @param values of the axis, as JSON; ascending if they are numbers
 * @param runs one for each value
 */
record SweepSeries(List<String> others, List<String> values, List<SweepRun> runs) {
  private static final String CODE = "model.code";

  /** Returns the key that errors are drawn against: the code's size if it varies, else the last. */
  static String axis(Variations variations) {
    List<String> paths = variations.paths();
    return paths.contains(CODE) ? CODE : paths.get(paths.size() - 1);
  }

  /** Returns the runs by what they share beside the axis. */
  static List<SweepSeries> of(Variations variations, List<SweepRun> runs) {
    int at = variations.paths().indexOf(axis(variations));
    Map<List<String>, List<SweepRun>> groups = new LinkedHashMap<>();
    for (SweepRun run : runs) {
      List<String> others = new ArrayList<>(variations.assignments(run.combination()));
      others.remove(at);
      groups.computeIfAbsent(others, key -> new ArrayList<>()).add(run);
    }
    List<SweepSeries> series = new ArrayList<>();
    groups.forEach(
        (others, own) -> {
          if (own.stream().allMatch(run -> number(run.combination().get(at)))) {
            own.sort(Comparator.comparingDouble(run -> value(run.combination().get(at))));
          }
          List<String> values = own.stream().map(run -> run.combination().get(at)).toList();
          series.add(new SweepSeries(others, values, List.copyOf(own)));
        });
    return series;
  }

  /** Returns whether the axis is a number, so that errors can be said to fall along it. */
  boolean ordered() {
    return values.size() > 1 && values.stream().allMatch(SweepSeries::number);
  }

  /** Returns the values at which the error is not below the one before; of numbers only. */
  List<String> rises() {
    List<String> rises = new ArrayList<>();
    for (int i = 1; i < runs.size() && ordered(); i++) {
      if (!(runs.get(i).median("squaredError") < runs.get(i - 1).median("squaredError"))) {
        rises.add(values.get(i));
      }
    }
    return rises;
  }

  /** Returns the other keys' values for people; empty if there are no others. */
  String name() {
    return others.stream().map(SweepSeries::words).collect(Collectors.joining(", "));
  }

  /** Returns an assignment for people: {@code model.code=2} as {@code code 2}. */
  static String words(String assignment) {
    return assignment.replaceFirst("^(model|train)\\.", "").replaceFirst("=", " ");
  }

  /** Returns what the errors of all series do along the axis; empty if it has no order. */
  static String verdict(List<SweepSeries> all, String axis) {
    List<SweepSeries> ordered = all.stream().filter(SweepSeries::ordered).toList();
    if (ordered.isEmpty()) {
      return "";
    }
    String name = words(axis);
    List<String> rising =
        ordered.stream()
            .filter(s -> !s.rises().isEmpty())
            .map(s -> (s.name() + " at " + name + " " + String.join(", ", s.rises())).strip())
            .toList();
    return rising.isEmpty()
        ? "It falls with every larger " + name + "."
        : "It does not fall everywhere: " + String.join("; ", rising) + ".";
  }

  /** Returns it as JSON. */
  ObjectNode json(String axis) {
    ObjectNode node = Json.object().put("axis", axis);
    ArrayNode shared = node.putArray("others");
    others.forEach(shared::add);
    ArrayNode along = node.putArray("values");
    values.forEach(value -> along.add(Json.parse(value, axis)));
    ArrayNode errors = node.putArray("squaredError");
    ArrayNode pca = node.putArray("pcaSquaredError");
    for (SweepRun run : runs) {
      errors.add(run.median("squaredError"));
      double baseline = run.median("pcaSquaredError");
      pca.add(Double.isNaN(baseline) ? null : Double.valueOf(baseline));
    }
    if (ordered()) {
      node.put("falls", rises().isEmpty());
    }
    return node;
  }

  private static boolean number(String json) {
    return Json.parse(json, "value").isNumber();
  }

  private static double value(String json) {
    return Json.parse(json, "value").doubleValue();
  }
}
