package io.ae.api.data;

import io.ae.api.AeException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The words that choose data, such as {@code mnist:DIR} or {@code csv:FILE,label=last,header=true}:
 * a kind, a path and options, in letters that a shell leaves alone.
 *
 * @param kind id of the {@link SourceProvider}
 * @param path file or folder; empty for data that needs none
 * @param options by name, in the order given
 */
public record Selector(String kind, String path, Map<String, String> options) {
  public Selector {
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
  }

  /**
   * Parses {@code kind[:path][,name=value]…}.
   *
   * @throws AeException {@code AE-D001} if an option has no {@code =} or stands twice
   */
  public static Selector parse(String text) {
    String[] words = text.split(",", -1);
    int colon = words[0].indexOf(':');
    String kind = colon < 0 ? words[0] : words[0].substring(0, colon);
    String path = colon < 0 ? "" : words[0].substring(colon + 1);
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = 1; i < words.length; i++) {
      int equals = words[i].indexOf('=');
      if (equals < 1 || options.containsKey(words[i].substring(0, equals))) {
        throw new AeException(
            "AE-D001",
            "data '"
                + text
                + "': '"
                + words[i]
                + "' must be name=value, each name once."
                + " A selector is KIND:PATH,name=value,…");
      }
      options.put(words[i].substring(0, equals), words[i].substring(equals + 1));
    }
    return new Selector(kind, path, options);
  }

  /**
   * Refuses options that the kind does not know.
   *
   * @throws AeException {@code AE-D002}, naming the known ones
   */
  public void allow(Set<String> known) {
    Set<String> unknown = new TreeSet<>(options.keySet());
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      throw new AeException(
          "AE-D002",
          "data '"
              + this
              + "': unknown option "
              + unknown
              + "; '"
              + kind
              + "' knows "
              + new TreeSet<>(known));
    }
  }

  /** Returns the text that {@link #parse} reads. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(kind);
    if (!path.isEmpty()) {
      text.append(':').append(path);
    }
    options.forEach((name, value) -> text.append(',').append(name).append('=').append(value));
    return text.toString();
  }
}
