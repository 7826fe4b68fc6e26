package io.ae.core.config;

import java.util.ArrayList;
import java.util.List;

/**
 * What a config may hold, for {@code ae describe} and for documentation.
 *
 * @param entries one for each key, groups first, then what is in them
 */
public record ConfigDoc(List<Entry> entries) {
  public ConfigDoc {
    entries = List.copyOf(entries);
  }

  /**
   * One key.
   *
   * @param path such as {@code corruption.fraction}, {@code phases[].epochs} in a list of records
   * @param type such as {@code whole number}, {@code list of number}, {@code word}
   * @param wanted the whole constraint, such as {@code a number in [0, 1]}
   * @param defaultValue as JSON
   * @param doc one sentence; empty if the author gave none
   */
  public record Entry(String path, String type, String wanted, String defaultValue, String doc) {}

  /**
   * Returns the documentation of a config.
   *
   * @throws io.ae.api.AeException {@code AE-C008}, {@code AE-C010} if the type is no config
   */
  public static ConfigDoc of(Class<? extends Record> type) {
    List<Entry> entries = new ArrayList<>();
    collect(Schema.of(type), "", entries);
    return new ConfigDoc(entries);
  }

  private static void collect(Schema<?> schema, String path, List<Entry> entries) {
    ConfigWriter writer = new ConfigWriter();
    for (Component c : schema.components()) {
      String at = Constraints.below(path, c.name());
      String value = writer.node(c.defaultValue()).toString();
      entries.add(new Entry(at, name(c.type(), c), c.wanted(), value, c.doc()));
      if (c.type().innermost() instanceof ValueType.Group group) {
        boolean many = c.type() instanceof ValueType.Many;
        collect(Schema.of(group.type()), many ? at + "[]" : at, entries);
      }
    }
  }

  private static String name(ValueType type, Component c) {
    if (type instanceof ValueType.Many many) {
      return "list of " + name(many.element(), c);
    }
    if (type instanceof ValueType.Whole) {
      return "whole number";
    }
    if (type instanceof ValueType.Real) {
      return "number";
    }
    if (type instanceof ValueType.Flag) {
      return "flag";
    }
    if (type instanceof ValueType.Group) {
      return "group";
    }
    return c.words().isEmpty() ? "text" : "word";
  }
}
