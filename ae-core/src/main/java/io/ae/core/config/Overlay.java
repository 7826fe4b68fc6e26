package io.ae.core.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ae.api.AeException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lays single values over a config: {@code model.hidden=[128,64]}, {@code
 * train.phases[1].epochs=5}. The value is JSON; a bare word stands for a text. Objects on the way
 * are made, and so are elements of a list up to the one that is entered.
 */
public final class Overlay {
  private static final Pattern STEP = Pattern.compile("([A-Za-z][A-Za-z0-9-]*)((?:\\[\\d{1,4}])*)");
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9._-]*");

  private Overlay() {}

  /**
   * Sets values, in order.
   *
   * @param tree is changed
   * @param assignments each {@code path=JSON}
   * @throws ConfigException {@code AE-C007} for all that are not understood
   */
  public static void apply(ObjectNode tree, List<String> assignments) {
    List<Problem> problems = new ArrayList<>();
    for (String assignment : assignments) {
      try {
        set(tree, assignment);
      } catch (AeException e) {
        problems.add(new Problem(e.code(), assignment, e.getMessage()));
      }
    }
    ConfigException.throwIfAny(problems);
  }

  /**
   * Lays an object over another, key by key; lists and values are replaced whole.
   *
   * @param under is changed and returned
   */
  public static ObjectNode merge(ObjectNode under, ObjectNode over) {
    over.properties()
        .forEach(
            entry -> {
              if (under.get(entry.getKey()) instanceof ObjectNode below
                  && entry.getValue() instanceof ObjectNode above) {
                merge(below, above);
              } else {
                under.set(entry.getKey(), entry.getValue().deepCopy());
              }
            });
    return under;
  }

  private static void set(ObjectNode tree, String assignment) {
    int equals = assignment.indexOf('=');
    if (equals < 1) {
      throw refuse(assignment, "must be PATH=JSON, such as model.code=2");
    }
    String[] steps = assignment.substring(0, equals).strip().split("\\.", -1);
    JsonNode value = value(assignment, assignment.substring(equals + 1).strip());
    ObjectNode at = tree;
    for (int i = 0; i < steps.length; i++) {
      Matcher step = STEP.matcher(steps[i]);
      if (!step.matches()) {
        throw refuse(assignment, "'" + steps[i] + "' is no key; a path is a.b or a.b[0].c");
      }
      Place place = place(at, step, assignment);
      if (i == steps.length - 1) {
        place.put(value, assignment);
      } else {
        at = place.enter(assignment);
      }
    }
  }

  /** Follows the indices of one step as far as the place that is to be set or entered. */
  private static Place place(ObjectNode at, Matcher step, String assignment) {
    Place place = new Place(at, null, step.group(1), -1);
    Matcher index = Pattern.compile("\\d+").matcher(step.group(2));
    while (index.find()) {
      ArrayNode list = place.list(assignment);
      place = new Place(null, list, step.group(1), Integer.parseInt(index.group()));
    }
    return place;
  }

  private static JsonNode value(String assignment, String text) {
    try {
      return Json.parse(text, "value");
    } catch (AeException e) {
      if (WORD.matcher(text).matches()) {
        return TextNode.valueOf(text);
      }
      throw refuse(assignment, e.getMessage());
    }
  }

  private static AeException refuse(String assignment, String why) {
    return new AeException("AE-C007", "--set '" + assignment + "': " + why);
  }

  /** A key of an object, or an index of a list. */
  private record Place(
      @Nullable ObjectNode object, @Nullable ArrayNode list, String key, int index) {
    @Nullable JsonNode now() {
      return object != null ? object.get(key) : list != null ? list.get(index) : null;
    }

    void put(JsonNode value, String assignment) {
      if (object != null) {
        object.set(key, value);
      } else if (list != null && index < list.size()) {
        list.set(index, value);
      } else if (list != null && index == list.size()) {
        list.add(value);
      } else if (list != null) {
        String has = Words.count(list.size(), "element");
        throw refuse(assignment, "there is no [" + index + "] in " + key + ", which has " + has);
      }
    }

    ObjectNode enter(String assignment) {
      while (list != null && list.size() <= index) {
        list.addObject();
      }
      return (ObjectNode) made(JsonNodeFactory.instance.objectNode(), "an object", assignment);
    }

    ArrayNode list(String assignment) {
      return (ArrayNode) made(JsonNodeFactory.instance.arrayNode(), "a list", assignment);
    }

    private JsonNode made(JsonNode empty, String kind, String assignment) {
      JsonNode now = now();
      if (now == null || now.isNull()) {
        put(empty, assignment);
        return empty;
      }
      if (now.getNodeType() != empty.getNodeType()) {
        throw refuse(assignment, key + " is " + now + ", not " + kind);
      }
      return now;
    }
  }
}
