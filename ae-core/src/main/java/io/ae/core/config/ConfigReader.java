package io.ae.core.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.ae.api.AeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads config records from JSON, strictly. */
public final class ConfigReader {
  /** Makes a reader; it keeps nothing. */
  public ConfigReader() {}

  /**
   * Reads a config.
   *
   * @param type the record
   * @param tree an object; keys that are absent keep their defaults
   * @param path where the object stands in the whole config, such as {@code model}; may be empty
   * @throws ConfigException naming everything that is wrong
   * @throws AeException {@code AE-C008}, {@code AE-C010} if the type is no config
   */
  public <R extends Record> R read(Class<R> type, JsonNode tree, String path) {
    List<Problem> problems = new ArrayList<>();
    R config = group(Schema.of(type), tree, path, problems);
    ConfigException.throwIfAny(problems);
    return Objects.requireNonNull(config);
  }

  private <R extends Record> @Nullable R group(
      Schema<R> schema, JsonNode tree, String path, List<Problem> problems) {
    if (!tree.isObject()) {
      String where = path.isEmpty() ? "the config" : path;
      problems.add(Constraints.refuse("AE-C002", where, "an object", tree.toString()));
      return null;
    }
    int before = problems.size();
    for (String key : (Iterable<String>) tree::fieldNames) {
      if (!schema.names().contains(key)) {
        problems.add(unknown(key, path, schema.names()));
      }
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (Component c : schema.components()) {
      JsonNode node = tree.get(c.name());
      Object value = c.defaultValue();
      if (node != null) {
        boolean none = node.isNull() && c.nullable();
        String at = Constraints.below(path, c.name());
        value = none ? null : value(c, c.type(), node, at, problems);
      }
      values.put(c.name(), value);
    }
    return problems.size() > before ? null : schema.create(values, path, problems);
  }

  private static Problem unknown(String key, String path, List<String> known) {
    return new Problem(
        "AE-C001",
        Constraints.below(path, key),
        Constraints.below(path, key)
            + " is no known key. Known"
            + (path.isEmpty() ? "" : " in " + path)
            + ": "
            + String.join(", ", new TreeSet<>(known))
            + "."
            + Suggestion.sentence(key, known));
  }

  private @Nullable Object value(
      Component c, ValueType type, JsonNode node, String path, List<Problem> problems) {
    if (type instanceof ValueType.Group g && node.isObject()) {
      return group(Schema.of(g.type()), node, path, problems);
    }
    if (type instanceof ValueType.Many many && node.isArray()) {
      List<@Nullable Object> list = new ArrayList<>();
      for (int i = 0; i < node.size(); i++) {
        list.add(value(c, many.element(), node.get(i), path + "[" + i + "]", problems));
      }
      Constraints.check(c, type, list, path, node.toString(), problems);
      return list.contains(null) ? null : List.copyOf(list);
    }
    if (type instanceof ValueType.Word word && node.isTextual()) {
      return constant(c, word, node, path, problems);
    }
    if (type instanceof ValueType.Whole whole && node.isIntegralNumber()) {
      return whole(c, whole, node, path, problems);
    }
    Object value =
        type instanceof ValueType.Real && node.isNumber()
            ? (Object) node.doubleValue()
            : type instanceof ValueType.Flag && node.isBoolean()
                ? (Object) node.booleanValue()
                : type instanceof ValueType.Text && node.isTextual() ? node.textValue() : null;
    if (value == null) {
      problems.add(
          Constraints.refuse("AE-C002", path, c.wanted(type) + orNull(c, type), node.toString()));
    } else {
      Constraints.check(c, type, value, path, node.toString(), problems);
    }
    return value;
  }

  private static String orNull(Component c, ValueType type) {
    return c.nullable() && type == c.type() ? ", or null" : "";
  }

  private static @Nullable Object constant(
      Component c, ValueType.Word word, JsonNode node, String path, List<Problem> problems) {
    for (Enum<?> constant : word.type().getEnumConstants()) {
      if (Words.of(constant).equals(node.textValue())) {
        return constant;
      }
    }
    problems.add(Constraints.word(c, word, path, node.textValue(), node.toString()));
    return null;
  }

  private static @Nullable Object whole(
      Component c, ValueType.Whole whole, JsonNode node, String path, List<Problem> problems) {
    boolean fits = whole.wide() ? node.canConvertToLong() : node.canConvertToInt();
    if (!fits) {
      String wanted =
          c.range() == null
              ? "a whole number in [" + whole.least() + ", " + whole.most() + "]"
              : c.wanted(whole);
      problems.add(Constraints.refuse("AE-C003", path, wanted, node.toString()));
      return null;
    }
    Constraints.check(c, whole, node.numberValue(), path, node.toString(), problems);
    // Two returns: a conditional would unbox both to long.
    if (whole.wide()) {
      return node.longValue();
    }
    return node.intValue();
  }
}
