package io.ae.core.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes configs as the JSON that {@link ConfigReader} reads to an equal record. */
public final class ConfigWriter {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Makes a writer; it keeps nothing. */
  public ConfigWriter() {}

  /**
   * Returns a config with every key, in the order of its components.
   *
   * @throws IllegalArgumentException for a number that is not finite, which JSON lacks
   */
  public <R extends Record> ObjectNode toJson(R config) {
    Schema<R> schema = Schema.of(config);
    ObjectNode tree = JSON.objectNode();
    for (String name : schema.names()) {
      tree.set(name, node(schema.get(config, name)));
    }
    return tree;
  }

  /**
   * Returns one value of a config as JSON.
   *
   * @param value a number, text, boolean, enum constant, list or config record, or null
   * @throws IllegalArgumentException for anything else
   */
  public JsonNode value(@Nullable Object value) {
    return node(value);
  }

  JsonNode node(@Nullable Object value) {
    if (value == null) {
      return JSON.nullNode();
    }
    if (value instanceof Record group) {
      return toJson(group);
    }
    if (value instanceof List<?> list) {
      ArrayNode array = JSON.arrayNode();
      list.forEach(element -> array.add(node(element)));
      return array;
    }
    if (value instanceof Enum<?> constant) {
      return JSON.textNode(Words.of(constant));
    }
    if (value instanceof Double number) {
      if (!Double.isFinite(number)) {
        throw new IllegalArgumentException("JSON has no number " + number);
      }
      return JSON.numberNode(number.doubleValue());
    }
    if (value instanceof Integer number) {
      return JSON.numberNode(number.intValue());
    }
    if (value instanceof Long number) {
      return JSON.numberNode(number.longValue());
    }
    return value instanceof Boolean flag ? JSON.booleanNode(flag) : JSON.textNode(value.toString());
  }
}
