package io.ae.benchmarks.common;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * How a system is run: {@code threads=2,blas=1}. Environment and JVM flags are not its business:
 * the runner has set them before the process starts.
 *
 * @param threads the system's own threads
 * @param options what else the system understands, by name
 */
public record Setting(int threads, Map<String, String> options) {
  private static final String THREADS = "threads";

  /** Keeps a copy of the options, in their order. */
  public Setting {
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
  }

  /**
   * Reads {@code name=value,name=value}; {@code threads} is needed.
   *
   * @throws IllegalArgumentException if the text is not of this form
   */
  public static Setting parse(String text) {
    Map<String, String> options = new LinkedHashMap<>();
    for (String pair : text.split(",", -1)) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("A setting is name=value,name=value; found " + text);
      }
      options.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    String threads = options.remove(THREADS);
    if (threads == null) {
      throw new IllegalArgumentException("A setting names its threads=N; found " + text);
    }
    return new Setting(Integer.parseInt(threads), options);
  }

  /** Returns an option's value, or {@code otherwise} if it is not set. */
  public String option(String name, String otherwise) {
    return Objects.requireNonNullElse(options.get(name), otherwise);
  }

  /** Returns what {@link #parse} reads. */
  @Override
  public String toString() {
    String rest =
        options.entrySet().stream()
            .map(e -> "," + e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining());
    return THREADS + "=" + threads + rest;
  }
}
