package io.ae.core.plugin;

import io.ae.api.AeException;
import io.ae.api.backend.BackendProvider;
import io.ae.api.data.SourceProvider;
import io.ae.api.model.AutoencoderPlugin;
import io.ae.core.config.Suggestion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The providers of one service, by id.
 *
 * @param <T> the service
 */
public final class Catalogue<T> {
  private final ProviderKind<T> kind;
  private final SortedMap<String, Scan.Found<T>> found = new TreeMap<>();
  private final List<Broken> broken;

  private Catalogue(ProviderKind<T> kind, Scan<T> scan, List<Broken> jars) {
    this.kind = kind;
    for (Scan.Found<T> one : scan.found()) {
      Scan.Found<T> other = found.put(one.id(), one);
      if (other != null) {
        throw duplicate(other, one);
      }
    }
    List<Broken> all = new ArrayList<>(scan.broken());
    all.addAll(jars);
    this.broken = all.stream().sorted().toList();
  }

  private static <T> Catalogue<T> of(ProviderKind<T> kind, Realms realms) {
    Scan<T> scan = new Scan<>(kind);
    realms.all().forEach(scan::look);
    return new Catalogue<>(kind, scan, realms.broken());
  }

  /** Returns a catalogue of providers that are at hand. */
  static <T> Catalogue<T> of(ProviderKind<T> kind, List<? extends T> providers) {
    Scan<T> scan = new Scan<>(kind);
    providers.forEach(scan::take);
    return new Catalogue<>(kind, scan, List.of());
  }

  /**
   * Returns the backends.
   *
   * @throws AeException {@code AE-B003} if two have one id, naming both jars
   */
  public static Catalogue<BackendProvider> backends(Realms realms) {
    return of(ProviderKind.BACKEND, realms);
  }

  /**
   * Returns the autoencoder plugins.
   *
   * @throws AeException {@code AE-P003} if two have one id, naming both jars
   */
  public static Catalogue<AutoencoderPlugin<?>> plugins(Realms realms) {
    return of(ProviderKind.PLUGIN, realms);
  }

  /**
   * Returns the kinds of data.
   *
   * @throws AeException {@code AE-D007} if two have one id, naming both jars
   */
  public static Catalogue<SourceProvider> sources(Realms realms) {
    return of(ProviderKind.SOURCE, realms);
  }

  /** Returns the providers by id, sorted. */
  public SortedMap<String, T> all() {
    SortedMap<String, T> all = new TreeMap<>();
    found.forEach((id, one) -> all.put(id, one.provider()));
    return Collections.unmodifiableSortedMap(all);
  }

  /** Returns what was found but cannot be used, sorted. */
  public List<Broken> broken() {
    return broken;
  }

  /**
   * Returns a provider.
   *
   * @throws AeException {@code AE-P001}, {@code AE-B001} or {@code AE-D003} if there is none,
   *     naming those that there are, the nearest, and the broken ones
   */
  public T find(String id) {
    Scan.Found<T> one = found.get(id);
    if (one == null) {
      throw new AeException(kind.unknown(), "No " + kind.noun() + " '" + id + "'. " + listing(id));
    }
    return one.provider();
  }

  /**
   * Returns the path of the jar that a provider comes from.
   *
   * @throws AeException as {@link #find} does
   */
  public String origin(String id) {
    find(id);
    return Objects.requireNonNull(found.get(id)).origin();
  }

  ProviderKind<T> kind() {
    return kind;
  }

  private String listing(String id) {
    Map<String, ?> known = found;
    String have =
        known.isEmpty()
            ? "Found none."
            : "Found " + known.size() + ": " + String.join(", ", known.keySet()) + ".";
    String more =
        broken.isEmpty()
            ? ""
            : "\n        Broken "
                + broken.size()
                + ": "
                + broken.stream().map(Broken::toString).collect(Collectors.joining("; "))
                + ".";
    return have + Suggestion.sentence(id, known.keySet()) + more;
  }

  private AeException duplicate(Scan.Found<T> one, Scan.Found<T> other) {
    return new AeException(
        kind.duplicate(),
        "Two of one id: "
            + kind.noun()
            + " '"
            + one.id()
            + "' is in "
            + one.origin()
            + " ("
            + one.provider().getClass().getName()
            + ") and in "
            + other.origin()
            + " ("
            + other.provider().getClass().getName()
            + "). Remove one.");
  }
}
