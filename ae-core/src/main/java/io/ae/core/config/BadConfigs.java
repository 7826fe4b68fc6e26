package io.ae.core.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ae.api.config.Range;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the bad configs of one type. */
final class BadConfigs {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Schema<?> schema;
  private final String path;
  private final List<BadConfig> all = new ArrayList<>();

  BadConfigs(Class<? extends Record> type, String path) {
    this.schema = Schema.of(type);
    this.path = path;
  }

  List<BadConfig> all() {
    group(schema, path, bad -> bad);
    return List.copyOf(all);
  }

  /**
   * @param wrap puts an object in the place of this group in the whole config
   */
  private void group(Schema<?> group, String at, Function<ObjectNode, ObjectNode> wrap) {
    ObjectNode plain = new ConfigWriter().toJson(group.defaults());
    String stranger = "no-such-key";
    ObjectNode strange = plain.deepCopy();
    strange.put(stranger, 1);
    all.add(new BadConfig("AE-C001", Constraints.below(at, stranger), wrap.apply(strange)));
    for (Component c : group.components()) {
      Function<JsonNode, ObjectNode> place =
          value -> wrap.apply(plain.deepCopy().<ObjectNode>set(c.name(), value));
      value(c, c.type(), Constraints.below(at, c.name()), place);
    }
  }

  private void value(Component c, ValueType type, String at, Function<JsonNode, ObjectNode> place) {
    // An object is a value of no type but a group.
    JsonNode wrong =
        type instanceof ValueType.Group ? JSON.textNode("no group") : JSON.objectNode();
    all.add(new BadConfig("AE-C002", at, place.apply(wrong)));
    if (type instanceof ValueType.Group g) {
      group(Schema.of(g.type()), at, place::apply);
    } else if (type instanceof ValueType.Many many) {
      list(c, many, at, place);
    } else if (type instanceof ValueType.Whole || type instanceof ValueType.Real) {
      for (JsonNode number : numbers(c.range(), type)) {
        all.add(new BadConfig("AE-C003", at, place.apply(number)));
      }
    } else if (!c.words().isEmpty()) {
      all.add(new BadConfig("AE-C004", at, place.apply(JSON.textNode("no-such-word"))));
    }
  }

  private void list(
      Component c, ValueType.Many many, String at, Function<JsonNode, ObjectNode> place) {
    JsonNode sample = sample(c, many.element());
    if (c.size() != null && c.size().min() > 0) {
      all.add(new BadConfig("AE-C005", at, place.apply(repeat(sample, c.size().min() - 1))));
    }
    if (c.size() != null && c.size().max() < 10_000) {
      all.add(new BadConfig("AE-C005", at, place.apply(repeat(sample, c.size().max() + 1))));
    }
    int length = c.size() == null ? 1 : Math.max(1, c.size().min());
    value(
        c,
        many.element(),
        at + "[0]",
        bad -> {
          ArrayNode list = repeat(sample, length);
          list.set(0, bad);
          return place.apply(list);
        });
  }

  private static ArrayNode repeat(JsonNode sample, int times) {
    ArrayNode list = JSON.arrayNode();
    for (int i = 0; i < times; i++) {
      list.add(sample.deepCopy());
    }
    return list;
  }

  /** Returns an element that the constraints allow. */
  private static JsonNode sample(Component c, ValueType type) {
    if (type instanceof ValueType.Group g) {
      return new ConfigWriter().toJson(Schema.of(g.type()).defaults());
    }
    if (type instanceof ValueType.Many many) {
      int length = c.size() == null ? 1 : c.size().min();
      return repeat(sample(c, many.element()), length);
    }
    if (type instanceof ValueType.Flag) {
      return JSON.booleanNode(true);
    }
    if (type instanceof ValueType.Whole || type instanceof ValueType.Real) {
      return number(inside(c.range()), type);
    }
    return JSON.textNode(c.words().isEmpty() ? "text" : c.words().get(0));
  }

  private static double inside(@Nullable Range range) {
    if (range == null || Bounds.inside(1, range)) {
      return 1;
    }
    if (Double.isInfinite(range.max())) {
      return Math.floor(range.min()) + 1;
    }
    return Double.isInfinite(range.min())
        ? Math.ceil(range.max()) - 1
        : (range.min() + range.max()) / 2;
  }

  /** Returns numbers just beyond each bound, and an open bound itself. */
  private static List<JsonNode> numbers(@Nullable Range range, ValueType type) {
    Map<String, JsonNode> bad = new LinkedHashMap<>();
    if (range == null) {
      return List.of();
    }
    if (!Double.isInfinite(range.min())) {
      bad.put("below", number(Math.floor(range.min()) - 1, type));
      if (range.openMin()) {
        bad.put("lowest", number(range.min(), type));
      }
    }
    if (!Double.isInfinite(range.max())) {
      bad.put("above", number(Math.ceil(range.max()) + 1, type));
      if (range.openMax()) {
        bad.put("highest", number(range.max(), type));
      }
    }
    return List.copyOf(bad.values());
  }

  private static JsonNode number(double value, ValueType type) {
    return type instanceof ValueType.Whole ? JSON.numberNode((long) value) : JSON.numberNode(value);
  }
}
