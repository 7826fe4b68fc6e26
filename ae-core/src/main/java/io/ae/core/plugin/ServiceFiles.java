package io.ae.core.plugin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the files of {@code META-INF/services}. */
final class ServiceFiles {
  private ServiceFiles() {}

  /** Where a class loader finds resources. */
  interface Finder {
    Enumeration<URL> find(String name) throws IOException;
  }

  /** Returns the providers that are registered, class name to jar. */
  static Map<String, String> read(Finder finder, Class<?> service) {
    String name = "META-INF/services/" + service.getName();
    Map<String, String> registered = new LinkedHashMap<>();
    try {
      for (URL file : Collections.list(finder.find(name))) {
        String origin = Origins.of(file, name);
        lines(file).forEach(provider -> registered.putIfAbsent(provider, origin));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + name, e);
    }
    return registered;
  }

  private static Iterable<String> lines(URL file) throws IOException {
    // Without cache: the jar stays replaceable while the program runs.
    var connection = file.openConnection();
    connection.setUseCaches(false);
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
      return in.lines()
          .map(line -> line.indexOf('#') < 0 ? line : line.substring(0, line.indexOf('#')))
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .toList();
    }
  }
}
