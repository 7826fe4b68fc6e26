package io.ae.core.plugin;

import java.util.Map;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** A place where providers are found: the application itself, a folder of jars, a module. */
interface Realm {
  /** Returns a loader that sees this realm's providers, and perhaps those of its parents. */
  <T> ServiceLoader<T> loader(Class<T> service);

  /** Returns whether a provider belongs here and not to a parent. */
  boolean owns(Class<?> provider);

  /** Returns the providers that are registered here, class name to jar. */
  Map<String, String> registered(Class<?> service);

  /**
   * Returns a registered provider's class, null if there is none.
   *
   * @throws LinkageError if something it needs is missing
   */
  @Nullable Class<?> find(String provider);
}
