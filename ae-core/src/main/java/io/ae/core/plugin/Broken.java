package io.ae.core.plugin;

import java.util.Comparator;

/**
 * A provider that cannot be used.
 *
 * @param name its id, or its class where the id is not known, or empty where only the jar is known
 * @param jar the jar's or folder's name
 * @param reason what is wrong with it
 */
public record Broken(String name, String jar, String reason) implements Comparable<Broken> {
  @Override
  public int compareTo(Broken other) {
    return Comparator.comparing(Broken::name)
        .thenComparing(Broken::jar)
        .thenComparing(Broken::reason)
        .compare(this, other);
  }

  /** Returns for example {@code flow (flow-ae-0.2.jar): needs API 2, this is API 1}. */
  @Override
  public String toString() {
    return (name.isEmpty() ? jar : name + " (" + jar + ")") + ": " + reason;
  }
}
