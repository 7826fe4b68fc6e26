package io.ae.core.plugin;

import io.ae.api.AeException;
import io.ae.api.backend.Availability;
import io.ae.api.backend.Availability.Available;
import io.ae.api.backend.Availability.Unavailable;
import io.ae.api.backend.BackendProvider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Chooses a backend. */
public final class Backends {
  /** The word that leaves the choice to {@link #choose}. */
  public static final String AUTO = "auto";

  private final Catalogue<BackendProvider> catalogue;

  /**
   * @param catalogue to choose from
   */
  public Backends(Catalogue<BackendProvider> catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * A choice and why it was made.
   *
   * @param provider available here
   * @param reason one sentence for people
   */
  public record Choice(BackendProvider provider, String reason) {
    /** Returns the backend's id. */
    public String id() {
      return provider.descriptor().id();
    }
  }

  /** Returns the catalogue. */
  public Catalogue<BackendProvider> catalogue() {
    return catalogue;
  }

  /** Returns whether each backend can work here, the highest priority first. */
  public Map<BackendProvider, Availability> probe() {
    Map<BackendProvider, Availability> all = new LinkedHashMap<>();
    catalogue.all().values().stream()
        .sorted(Comparator.comparingInt((BackendProvider p) -> -p.descriptor().priority()))
        .forEach(provider -> all.put(provider, Probe.of(provider)));
    return all;
  }

  /**
   * Chooses a backend.
   *
   * @param wanted an id, or {@code auto} for the available one of the highest priority
   * @throws AeException {@code AE-B001} if there is none of this id, {@code AE-B002} with reason
   *     and remedy if it, or every one, cannot work here
   */
  public Choice choose(String wanted) {
    if (wanted.equals(AUTO)) {
      return best();
    }
    BackendProvider provider = catalogue.find(wanted);
    if (Probe.of(provider) instanceof Unavailable no) {
      throw new AeException("AE-B002", Probe.refusal("backend", wanted, no));
    }
    return new Choice(provider, "'" + wanted + "' was named");
  }

  private Choice best() {
    List<String> passed = new ArrayList<>();
    for (Map.Entry<BackendProvider, Availability> one : probe().entrySet()) {
      BackendProvider provider = one.getKey();
      String id = provider.descriptor().id();
      if (one.getValue() instanceof Available) {
        String over = passed.isEmpty() ? "" : "; not available: " + String.join(", ", passed);
        return new Choice(
            provider,
            "'"
                + id
                + "' has the highest priority ("
                + provider.descriptor().priority()
                + ") of the backends available"
                + over);
      }
      passed.add(id + " (" + ((Unavailable) one.getValue()).reason() + ")");
    }
    throw new AeException(
        "AE-B002",
        "No backend is available here. "
            + (passed.isEmpty()
                ? "None was found: add ae-core or ae-cpu to the path."
                : "Found: " + String.join(", ", passed) + ".")
            + (catalogue.broken().isEmpty() ? "" : " Broken: " + catalogue.broken() + "."));
  }
}
