package io.ae.core.plugin;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.security.CodeSource;

/** Where code comes from, as people know it: the path of a jar or of a folder of classes. */
final class Origins {
  private Origins() {}

  static String of(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return source == null || source.getLocation() == null
        ? type.getModule().toString()
        : path(source.getLocation().toString());
  }

  /** Returns the jar or folder that holds a resource. */
  static String of(URL url, String resource) {
    String text = url.toString();
    if (text.startsWith("jar:") && text.contains("!/")) {
      return path(text.substring("jar:".length(), text.indexOf("!/")));
    }
    return path(text.endsWith(resource) ? text.replace(resource, "") : text);
  }

  /** Returns a jar's name without its folders; a folder of classes keeps them. */
  static String shortName(String origin) {
    return origin.endsWith(".jar") ? origin.substring(slash(origin) + 1) : origin;
  }

  static String path(URI location) {
    return path(location.toString());
  }

  private static int slash(String text) {
    return Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\'));
  }

  private static String path(String location) {
    try {
      return Path.of(new URI(location)).toString();
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      return location; // not a file: the runtime image, an archive in an archive
    }
  }
}
