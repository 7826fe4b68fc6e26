package io.ae.examples.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.ae.api.AeException;
import io.ae.core.config.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * The combinations of a sweep: every value of the first path with every one of the second, and so
 * on.
 *
 * @param paths what varies
 * @param combinations values as JSON, one for each path
 */
record Variations(List<String> paths, List<List<String>> combinations) {
  /**
   * Parses {@code PATH=[VALUE,…]}.
   *
   * @throws AeException {@code AE-X011} if one is no path with a list
   */
  static Variations parse(List<String> given) {
    List<String> paths = new ArrayList<>();
    List<List<String>> combinations = List.of(List.of());
    for (String text : given) {
      int equals = text.indexOf('=');
      JsonNode values = equals < 1 ? null : values(text, text.substring(equals + 1));
      if (values == null || !values.isArray() || values.isEmpty()) {
        throw new AeException(
            "AE-X011",
            "--vary '" + text + "' must be PATH=[VALUE,…], such as 'model.code=[2,4,8]'.");
      }
      paths.add(text.substring(0, equals).strip());
      List<List<String>> longer = new ArrayList<>();
      for (List<String> combination : combinations) {
        for (JsonNode value : values) {
          List<String> one = new ArrayList<>(combination);
          one.add(value.toString());
          longer.add(one);
        }
      }
      combinations = longer;
    }
    return new Variations(List.copyOf(paths), combinations);
  }

  private static JsonNode values(String given, String json) {
    return Json.parse(json, "--vary '" + given + "'");
  }

  /** Returns a combination as {@code --set} takes it. */
  List<String> assignments(List<String> combination) {
    List<String> assignments = new ArrayList<>();
    for (int i = 0; i < paths.size(); i++) {
      assignments.add(paths.get(i) + "=" + combination.get(i));
    }
    return assignments;
  }
}
