package io.ae.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a third party can compile against: a line for each exported type and member, sorted. */
final class ExportedMembers {
  private final TreeSet<String> lines = new TreeSet<>();

  private ExportedMembers() {}

  /**
   * Returns the lines.
   *
   * @param classes folder of the module's class files; every package of it is exported
   */
  static List<String> of(Path classes) {
    ExportedMembers members = new ExportedMembers();
    try (Stream<Path> files = Files.walk(classes)) {
      files
          .map(file -> classes.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
          .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
          .forEach(members::type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(members.lines);
  }

  private void type(String name) {
    Class<?> type;
    try {
      type = Class.forName(name, false, ExportedMembers.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
    if (!reachable(type)) {
      return;
    }
    String kind =
        type.isAnnotation()
            ? "@interface"
            : type.isInterface()
                ? "interface"
                : type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
    String parents =
        Stream.concat(
                Stream.ofNullable(type.getGenericSuperclass()),
                Arrays.stream(type.getGenericInterfaces()))
            .map(Type::getTypeName)
            .filter(parent -> !parent.equals("java.lang.Object"))
            .sorted()
            .collect(Collectors.joining(", "));
    lines.add(
        name
            + " : "
            + (type.isInterface() ? "" : modifiers(type.getModifiers()))
            + kind
            + Arrays.toString(type.getTypeParameters())
            + (type.isRecord() ? components(type) : "")
            + (type.isSealed() ? " sealed" : "")
            + (parents.isEmpty() ? "" : " of " + parents));
    for (Field f : type.getDeclaredFields()) {
      member(name, f, f.getGenericType() + " " + f.getName());
    }
    for (Constructor<?> c : type.getDeclaredConstructors()) {
      member(name, c, "new(" + parameters(c) + ")");
    }
    for (Method m : type.getDeclaredMethods()) {
      String byDefault = m.isDefault() ? "default " : "";
      member(
          name,
          m,
          byDefault
              + m.getGenericReturnType().getTypeName()
              + " "
              + m.getName()
              + "("
              + parameters(m)
              + ")");
    }
  }

  /** A type counts if it and all around it are public or protected. */
  private static boolean reachable(Class<?> type) {
    for (Class<?> c = type; c != null; c = c.getDeclaringClass()) {
      if (!exported(c.getModifiers()) || c.isAnonymousClass() || c.isLocalClass()) {
        return false;
      }
    }
    return true;
  }

  private static boolean exported(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  private void member(String type, Member member, String text) {
    if (exported(member.getModifiers()) && !member.isSynthetic()) {
      lines.add(type + " . " + modifiers(member.getModifiers()) + text);
    }
  }

  private static String modifiers(int modifiers) {
    StringBuilder text = new StringBuilder();
    text.append(Modifier.isProtected(modifiers) ? "protected " : "");
    text.append(Modifier.isStatic(modifiers) ? "static " : "");
    text.append(Modifier.isAbstract(modifiers) ? "abstract " : "");
    text.append(Modifier.isFinal(modifiers) ? "final " : "");
    return text.toString();
  }

  private static String components(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getName)
        .collect(Collectors.joining(", ", " (", ")"));
  }

  private static String parameters(Executable e) {
    return Arrays.stream(e.getGenericParameterTypes())
        .map(Type::getTypeName)
        .collect(Collectors.joining(", "));
  }
}
