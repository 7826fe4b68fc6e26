package io.ae.core;

import java.util.LinkedHashMap;
import java.util.Map;

/** What ran: part of what a model's file says of its origin. */
final class Versions {
  private Versions() {}

  static Map<String, String> here() {
    String ae = Versions.class.getPackage().getImplementationVersion();
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("ae", ae == null ? "unpackaged" : ae);
    versions.put("java", Runtime.version().toString());
    versions.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    return versions;
  }
}
