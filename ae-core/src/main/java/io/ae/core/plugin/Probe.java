package io.ae.core.plugin;

import io.ae.api.AeException;
import io.ae.api.backend.Availability;
import io.ae.api.backend.Availability.Unavailable;
import io.ae.api.backend.BackendProvider;
import io.ae.api.model.AutoencoderPlugin;
import java.util.function.Supplier;

/** Asks providers whether they can work here, and survives those that throw. */
public final class Probe {
  private Probe() {}

  /** Asks a backend. */
  public static Availability of(BackendProvider provider) {
    return guard(provider::probe);
  }

  /** Asks a plugin. */
  public static Availability of(AutoencoderPlugin<?> plugin) {
    return guard(plugin::probe);
  }

  /**
   * Returns a plugin that can work here.
   *
   * @throws AeException {@code AE-P001} if there is none of this id, {@code AE-P002} with reason
   *     and remedy if it cannot work here
   */
  public static AutoencoderPlugin<?> require(Catalogue<AutoencoderPlugin<?>> catalogue, String id) {
    AutoencoderPlugin<?> plugin = catalogue.find(id);
    if (of(plugin) instanceof Unavailable no) {
      throw new AeException("AE-P002", refusal("autoencoder plugin", id, no));
    }
    return plugin;
  }

  /**
   * Runs a plugin's own code.
   *
   * @throws AeException {@code AE-P002} if a class that it needs is missing or does not fit
   */
  public static <T> T use(AutoencoderPlugin<?> plugin, Supplier<T> work) {
    try {
      return work.get();
    } catch (LinkageError e) {
      throw new AeException(
          "AE-P002",
          refusal(
              "autoencoder plugin",
              plugin.descriptor().id(),
              new Unavailable(Reasons.of(e), "Put what it needs beside its jar.")),
          e);
    }
  }

  static String refusal(String noun, String id, Unavailable no) {
    return "The " + noun + " '" + id + "' cannot work here: " + no.reason() + ". " + no.remedy();
  }

  private static Availability guard(Supplier<Availability> probe) {
    try {
      return probe.get();
    } catch (Throwable e) {
      Reasons.rethrowIfFatal(e);
      return new Unavailable(
          "its probe fails: " + Reasons.of(e), "Tell its author: a probe must not throw.");
    }
  }
}
