package io.ae.core;

import io.ae.api.backend.Availability.Available;
import io.ae.core.plugin.Backends;
import io.ae.core.plugin.Probe;
import java.util.LinkedHashMap;
import java.util.Map;

/** What ran: part of what a model's file says of its origin. */
final class Versions {
  private Versions() {}

  static Map<String, String> here(Backends.Choice backend) {
    String ae = Versions.class.getPackage().getImplementationVersion();
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("ae", ae == null ? "unpackaged" : ae);
    versions.put("java", Runtime.version().toString());
    versions.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    if (Probe.of(backend.provider()) instanceof Available found && !found.details().isEmpty()) {
      versions.put(backend.id(), found.details());
    }
    return versions;
  }
}
