package io.ae.core;

import io.ae.api.backend.Availability.Available;
import io.ae.core.plugin.Backends;
import io.ae.core.plugin.Probe;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** What runs: part of what a model's file says of its origin. */
public final class Versions {
  private Versions() {}

  /** Returns this library's version, which the build wrote down: a module's jar gives no other. */
  public static String ae() {
    Properties properties = new Properties();
    try (InputStream in = Versions.class.getResourceAsStream("version.properties")) {
      if (in == null) {
        throw new IllegalStateException("version.properties is missing beside " + Versions.class);
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }

  static Map<String, String> here(Backends.Choice backend) {
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("ae", ae());
    versions.put("java", Runtime.version().toString());
    versions.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    if (Probe.of(backend.provider()) instanceof Available found && !found.details().isEmpty()) {
      versions.put(backend.id(), found.details());
    }
    return versions;
  }
}
