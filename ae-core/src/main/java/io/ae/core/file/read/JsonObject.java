package io.ae.core.file.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.ae.api.AeException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that is asked for each of its keys; those never asked for are refused by {@link
 * #end}. Numbers are {@link Long} or {@link Double}.
 */
final class JsonObject {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(64).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final Damage damage;
  private final String path;
  private final Map<String, @Nullable Object> values;
  private final Set<String> asked = new HashSet<>();

  private JsonObject(Damage damage, String path, Map<String, @Nullable Object> values) {
    this.damage = damage;
    this.path = path;
    this.values = values;
  }

  /**
   * Parses one object.
   *
   * @param entry its name in messages
   * @throws AeException {@code AE-F005} if it is none
   */
  static JsonObject parse(Damage damage, String entry, byte[] utf8) {
    try (JsonParser parser = JSON.createParser(utf8)) {
      parser.nextToken();
      Object value = value(parser);
      if (parser.nextToken() != null || !(value instanceof Map)) {
        throw damage.content(entry + " is not one JSON object");
      }
      return new JsonObject(damage, entry, cast(value));
    } catch (IOException e) {
      throw damage.content(entry + " is not JSON", e);
    }
  }

  String path() {
    return path;
  }

  boolean has(String key) {
    return values.get(key) != null;
  }

  Set<String> keys() {
    return Collections.unmodifiableSet(values.keySet());
  }

  Object any(String key) {
    asked.add(key);
    Object value = values.get(key);
    if (value == null) {
      throw bad(key, "to be there", null);
    }
    return value;
  }

  String text(String key) {
    return any(key) instanceof String s ? s : fail(key, "a text");
  }

  boolean flag(String key) {
    return any(key) instanceof Boolean b ? b : fail(key, "true or false");
  }

  long whole(String key) {
    return any(key) instanceof Long n ? n : fail(key, "a whole number");
  }

  int size(String key) {
    long n = whole(key);
    return n == (int) n ? (int) n : fail(key, "a whole number below 2³¹");
  }

  double number(String key) {
    Object value = any(key);
    if (value instanceof Number n) {
      return n.doubleValue();
    }
    if (value instanceof String s) {
      switch (s) {
        case "NaN":
          return Double.NaN;
        case "Infinity":
          return Double.POSITIVE_INFINITY;
        case "-Infinity":
          return Double.NEGATIVE_INFINITY;
        default:
      }
    }
    return fail(key, "a number");
  }

  @Nullable Double numberOrNull(String key) {
    asked.add(key);
    return has(key) ? (Double) number(key) : null;
  }

  JsonObject object(String key) {
    return any(key) instanceof Map<?, ?> m ? child(key, m) : fail(key, "an object");
  }

  List<?> list(String key) {
    return any(key) instanceof List<?> l ? l : fail(key, "a list");
  }

  List<String> texts(String key) {
    List<String> all = new ArrayList<>();
    for (Object o : list(key)) {
      all.add(o instanceof String s ? s : fail(key, "a list of texts"));
    }
    return all;
  }

  int[] sizes(String key) {
    List<?> list = list(key);
    int[] all = new int[list.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] =
          list.get(i) instanceof Long n && n == n.intValue()
              ? n.intValue()
              : fail(key, "a list of whole numbers");
    }
    return all;
  }

  List<JsonObject> objects(String key) {
    List<JsonObject> all = new ArrayList<>();
    for (Object o : list(key)) {
      all.add(
          o instanceof Map<?, ?> m
              ? child(key + "[" + all.size() + "]", m)
              : fail(key, "a list of objects"));
    }
    return all;
  }

  Map<String, Double> numbers(String key) {
    JsonObject object = object(key);
    Map<String, Double> all = new LinkedHashMap<>();
    object.keys().forEach(k -> all.put(k, object.number(k)));
    return all;
  }

  /** Returns the constant of an enum written in lower case. */
  <E extends Enum<E>> E word(String key, Class<E> type) {
    String text = text(key);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-').equals(text)) {
        return constant;
      }
    }
    return fail(key, "one of " + List.of(type.getEnumConstants()));
  }

  /**
   * Refuses keys that nobody asked for.
   *
   * @throws AeException {@code AE-F005}, naming them
   */
  void end() {
    Set<String> unknown = new java.util.TreeSet<>(values.keySet());
    unknown.removeAll(asked);
    if (!unknown.isEmpty()) {
      throw damage.content(path + " has unknown keys " + unknown);
    }
  }

  /** Refuses a value. */
  <T> T fail(String key, String wanted) {
    throw bad(key, "to be " + wanted, values.get(key));
  }

  private AeException bad(String key, String wanted, @Nullable Object got) {
    String text = got == null ? "nothing" : String.valueOf(got);
    String shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
    return damage.content(path + ": wanted '" + key + "' " + wanted + ", got " + shown);
  }

  private JsonObject child(String key, Object map) {
    return new JsonObject(damage, path + "." + key, cast(map));
  }

  @SuppressWarnings("unchecked") // made by value(), whose keys are texts
  private static Map<String, @Nullable Object> cast(Object map) {
    return (Map<String, @Nullable Object>) map;
  }

  private static @Nullable Object value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == null) {
      return null;
    }
    return switch (token) {
      case START_OBJECT -> {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String key = parser.currentName();
          parser.nextToken();
          map.put(key, value(parser));
        }
        yield map;
      }
      case START_ARRAY -> {
        List<@Nullable Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(parser));
        }
        yield list;
      }
      case VALUE_STRING -> parser.getText();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      default -> null;
    };
  }
}
