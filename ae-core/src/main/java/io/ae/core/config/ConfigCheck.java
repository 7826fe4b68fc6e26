package io.ae.core.config;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tests configs that were made in code, where no reader has seen them. */
public final class ConfigCheck {
  private ConfigCheck() {}

  /**
   * Tests a config against the constraints of its components.
   *
   * @param path what messages call it, such as {@code model}
   * @return the same config
   * @throws ConfigException naming everything that is wrong
   */
  public static <R extends Record> R require(R config, String path) {
    List<Problem> problems = problems(config, path);
    ConfigException.throwIfAny(problems);
    return config;
  }

  /** Returns all that is wrong with a config. */
  public static List<Problem> problems(Record config, String path) {
    List<Problem> problems = new ArrayList<>();
    walk(config, path, problems);
    return List.copyOf(problems);
  }

  private static <R extends Record> void walk(R config, String path, List<Problem> problems) {
    Schema<R> schema = Schema.of(config);
    for (Component c : schema.components()) {
      Object value = schema.get(config, c.name());
      String at = Constraints.below(path, c.name());
      if (value != null || !c.nullable()) {
        value(c, c.type(), value, at, problems);
      }
    }
  }

  private static void value(
      Component c, ValueType type, @Nullable Object value, String path, List<Problem> problems) {
    if (value == null) {
      problems.add(Constraints.refuse("AE-C002", path, c.wanted(type), "null"));
      return;
    }
    if (value instanceof Record group) {
      walk(group, path, problems);
    }
    if (value instanceof List<?> list && type instanceof ValueType.Many many) {
      for (int i = 0; i < list.size(); i++) {
        value(c, many.element(), list.get(i), path + "[" + i + "]", problems);
      }
    }
    Constraints.check(c, type, value, path, Constraints.show(value), problems);
  }
}
