package io.ae.core.conformance;

import io.ae.api.config.Doc;
import io.ae.api.config.Range;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Set;

/** What a config record is as a Java type. */
final class PluginConfig {
  private static final Set<Type> NUMBERS =
      Set.of(int.class, long.class, double.class, Integer.class, Long.class, Double.class);

  private PluginConfig() {}

  /** Returns the defaults. */
  static <C extends Record> C defaults(Class<C> type) {
    if (!type.isRecord() || !Modifier.isPublic(type.getModifiers())) {
      throw new CheckFailure("the config must be a public record, got " + type);
    }
    try {
      Constructor<C> empty = type.getConstructor();
      return empty.newInstance();
    } catch (NoSuchMethodException e) {
      throw new CheckFailure(
          type.getSimpleName() + " must have a public constructor without arguments", e);
    } catch (InvocationTargetException e) {
      throw new CheckFailure(
          "the defaults of " + type.getSimpleName() + " must construct: " + e.getCause(), e);
    } catch (ReflectiveOperationException e) {
      throw new CheckFailure(
          type.getSimpleName() + " must lie in an exported package: " + e.getMessage(), e);
    }
  }

  /** Holds that every component says what it is, those of groups included. */
  static void refuseUndocumented(Class<?> type) {
    for (RecordComponent c : type.getRecordComponents()) {
      Doc doc = c.getAnnotation(Doc.class);
      if (doc == null || doc.value().isBlank()) {
        throw new CheckFailure(
            "component '" + c.getName() + "' of " + type.getSimpleName() + " must have a @Doc");
      }
      if (element(c.getGenericType()) instanceof Class<?> inner && inner.isRecord()) {
        refuseUndocumented(inner);
      }
    }
  }

  /** Holds that every number has bounds, those of groups included. */
  static void refuseUnbounded(Class<?> type) {
    for (RecordComponent c : type.getRecordComponents()) {
      Type element = element(c.getGenericType());
      if (NUMBERS.contains(element) && c.getAnnotation(Range.class) == null) {
        throw new CheckFailure(
            "component '"
                + c.getName()
                + "' of "
                + type.getSimpleName()
                + " must have a @Range: without bounds no bad number is refused");
      }
      if (element instanceof Class<?> inner && inner.isRecord()) {
        refuseUnbounded(inner);
      }
    }
  }

  /** Returns what a list holds, or the type itself. */
  private static Type element(Type type) {
    return type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type;
  }
}
