package io.ae.core.wiring;

import com.google.inject.Guice;
import com.google.inject.ProvisionException;
import io.ae.api.AeException;
import io.ae.core.plugin.PluginPath;
import jakarta.inject.Provider;

/** Puts the engine together. */
public final class Wiring {
  private Wiring() {}

  /**
   * Returns an engine of its own; nothing is shared with another.
   *
   * @param application sees the application's classes
   * @param path where third parties' jars lie
   */
  public static Rooms compose(ClassLoader application, PluginPath path) {
    return plain(
        () -> Guice.createInjector(new EngineModule(application, path)).getInstance(Rooms.class));
  }

  /** Gets a part; a refusal comes out as itself, not wrapped by the composer. */
  static <T> T plain(Provider<T> part) {
    try {
      return part.get();
    } catch (ProvisionException e) {
      if (e.getCause() instanceof AeException refusal) {
        throw refusal;
      }
      throw e;
    }
  }
}
