package io.ae.core.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a component of a config may be. */
sealed interface ValueType {
  /** A whole number: {@code int}, or {@code long} if wide. */
  record Whole(boolean wide) implements ValueType {
    long least() {
      return wide ? Long.MIN_VALUE : Integer.MIN_VALUE;
    }

    long most() {
      return wide ? Long.MAX_VALUE : Integer.MAX_VALUE;
    }
  }

  /** A {@code double}; always finite. */
  record Real() implements ValueType {}

  /** A {@code boolean}. */
  record Flag() implements ValueType {}

  /** A {@code String}. */
  record Text() implements ValueType {}

  /** A constant of an enum. */
  record Word(Class<? extends Enum<?>> type) implements ValueType {}

  /** Another config record. */
  record Group(Class<? extends Record> type) implements ValueType {}

  /** A list. */
  record Many(ValueType element) implements ValueType {}

  /** Returns the type of a component, null if configs do not support it. */
  static @Nullable ValueType of(Type type) {
    if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
      ValueType element = of(generic.getActualTypeArguments()[0]);
      return element == null ? null : new Many(element);
    }
    if (!(type instanceof Class<?> c)) {
      return null;
    }
    if (c == int.class || c == Integer.class || c == long.class || c == Long.class) {
      return new Whole(c == long.class || c == Long.class);
    }
    if (c == double.class || c == Double.class) {
      return new Real();
    }
    if (c == boolean.class || c == Boolean.class) {
      return new Flag();
    }
    if (c == String.class) {
      return new Text();
    }
    if (c.isEnum()) {
      @SuppressWarnings("unchecked") // isEnum
      Class<? extends Enum<?>> constants = (Class<? extends Enum<?>>) c;
      return new Word(constants);
    }
    return c.isRecord() ? new Group(c.asSubclass(Record.class)) : null;
  }

  /** Returns the type without its lists. */
  default ValueType innermost() {
    return this instanceof Many many ? many.element().innermost() : this;
  }
}
