package io.ae.core.config;

import io.ae.api.AeException;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A config record's components, how to read them and how to make one.
 *
 * @param <R> the record
 */
final class Schema<R extends Record> {
  private final Class<R> type;
  private final R defaults;
  private final Map<String, Component> components = new LinkedHashMap<>();
  private final Map<String, Method> accessors = new LinkedHashMap<>();
  private final Constructor<R> canonical;

  private Schema(Class<R> type) {
    this.type = type;
    try {
      Constructor<R> empty = reach(type.getDeclaredConstructor());
      this.defaults = empty.newInstance();
      RecordComponent[] parts = type.getRecordComponents();
      Class<?>[] types =
          Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
      this.canonical = reach(type.getDeclaredConstructor(types));
      for (RecordComponent part : parts) {
        accessors.put(part.getName(), reach(part.getAccessor()));
        components.put(part.getName(), component(part));
      }
    } catch (NoSuchMethodException e) {
      throw new AeException(
          "AE-C010",
          "config " + type.getName() + " needs a constructor without arguments: the defaults",
          e);
    } catch (InvocationTargetException e) {
      throw new AeException(
          "AE-C010", "config " + type.getName() + ": its defaults are refused: " + e.getCause(), e);
    } catch (ReflectiveOperationException e) {
      throw outOfReach(e);
    }
  }

  /**
   * Returns the schema of a config record.
   *
   * @throws AeException {@code AE-C008} if its package is not exported, {@code AE-C010} if it is no
   *     config
   */
  static <R extends Record> Schema<R> of(Class<R> type) {
    return new Schema<>(type);
  }

  /** Returns the schema of a config's own type. */
  @SuppressWarnings("unchecked") // an object's class is of its own type
  static <R extends Record> Schema<R> of(R config) {
    return new Schema<>((Class<R>) config.getClass());
  }

  private Component component(RecordComponent part) {
    ValueType valueType = ValueType.of(part.getGenericType());
    if (valueType == null) {
      throw new AeException(
          "AE-C010",
          "config "
              + type.getName()
              + ": component '"
              + part.getName()
              + "' is a "
              + part.getGenericType().getTypeName()
              + "; wanted int, long, double, boolean, String, an enum, a record or a List of"
              + " these");
    }
    return Component.of(part, valueType, get(defaults, part.getName()));
  }

  List<Component> components() {
    return List.copyOf(components.values());
  }

  List<String> names() {
    return List.copyOf(components.keySet());
  }

  R defaults() {
    return defaults;
  }

  /** Returns the value of a component. */
  @Nullable Object get(R config, String name) {
    try {
      return Objects.requireNonNull(accessors.get(name)).invoke(config);
    } catch (InvocationTargetException e) {
      throw new AeException(
          "AE-C010", "config " + type.getName() + "." + name + "() fails: " + e.getCause(), e);
    } catch (IllegalAccessException e) {
      throw outOfReach(e);
    }
  }

  /**
   * Makes a config; problems that its constructor finds are added at {@code path}.
   *
   * @return null if the constructor refused
   */
  @Nullable R create(Map<String, ?> values, String path, List<Problem> problems) {
    List<@Nullable Object> arguments = new ArrayList<>();
    for (String name : components.keySet()) {
      arguments.add(values.get(name));
    }
    try {
      return canonical.newInstance(arguments.toArray());
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause();
      String at = path.isEmpty() ? "" : path + ": ";
      if (cause instanceof AeException known) {
        problems.add(new Problem(known.code(), path, at + known.getMessage()));
      } else if (cause instanceof IllegalArgumentException) {
        problems.add(new Problem("AE-C009", path, at + cause.getMessage()));
      } else {
        throw new AeException(
            "AE-C010", "config " + type.getName() + ": its constructor fails: " + cause, e);
      }
      return null;
    } catch (ReflectiveOperationException e) {
      throw outOfReach(e);
    }
  }

  private <T extends AccessibleObject> T reach(T member) throws IllegalAccessException {
    if (!member.trySetAccessible()) {
      throw new IllegalAccessException(member.toString());
    }
    return member;
  }

  private AeException outOfReach(ReflectiveOperationException cause) {
    Module module = type.getModule();
    return new AeException(
        "AE-C008",
        "config "
            + type.getName()
            + " is out of reach. It must be public, in a package that "
            + (module.isNamed() ? "module " + module.getName() : "its jar")
            + " exports (or opens to io.ae.core)",
        cause);
  }
}
