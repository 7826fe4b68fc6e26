package io.ae.core.plugin;

import io.ae.api.SpiVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.Spliterator;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks through realms for the providers of one service. Nothing that a provider does in loading,
 * constructing or describing itself ends the scan.
 *
 * @param <T> the service
 */
final class Scan<T> {
  /** A realm whose loader fails more often than this is given up: it may never end. */
  private static final int FAILURES = 1_000;

  private static final Pattern CLASS = Pattern.compile("[\\p{javaJavaIdentifierPart}.]+");
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*");

  /**
   * A provider that works.
   *
   * @param id unique
   * @param provider itself
   * @param origin path of its jar
   */
  record Found<T>(String id, T provider, String origin) {}

  private final ProviderKind<T> kind;
  private final List<Found<T>> found = new ArrayList<>();
  private final List<Broken> broken = new ArrayList<>();

  Scan(ProviderKind<T> kind) {
    this.kind = kind;
  }

  List<Found<T>> found() {
    return found;
  }

  List<Broken> broken() {
    return broken;
  }

  void look(Realm realm) {
    Map<String, String> registered = realm.registered(kind.service());
    Set<String> seen = new HashSet<>();
    List<Throwable> failures = new ArrayList<>();
    var each = realm.loader(kind.service()).stream().spliterator();
    boolean more = true;
    while (more && failures.size() < FAILURES) {
      more = advance(each, realm, seen, failures);
    }
    registered.forEach(
        (provider, origin) -> {
          if (!seen.contains(provider)) {
            missing(realm, provider, origin, failures);
          }
        });
    for (Throwable failure : failures) {
      broken.add(new Broken("", "a services file", Reasons.of(failure)));
    }
  }

  private boolean advance(
      Spliterator<? extends ServiceLoader.Provider<?>> each,
      Realm realm,
      Set<String> seen,
      List<Throwable> failures) {
    try {
      return each.tryAdvance(
          provider -> {
            if (realm.owns(provider.type()) && seen.add(provider.type().getName())) {
              take(provider);
            }
          });
    } catch (Throwable e) {
      Reasons.rethrowIfFatal(e);
      failures.add(e);
      return true;
    }
  }

  /** Says why a registered provider was not delivered, and settles the failure that tells. */
  private void missing(Realm realm, String provider, String origin, List<Throwable> failures) {
    if (!CLASS.matcher(provider).matches()) {
      failures.removeIf(failure -> String.valueOf(failure.getMessage()).contains(": Illegal "));
      broken.add(
          new Broken(
              "",
              Origins.shortName(origin),
              "'" + provider + "' in its services file is no class name"));
      return;
    }
    String reason = null;
    try {
      Class<?> type = realm.find(provider);
      if (type != null && !realm.owns(type)) {
        return; // a copy of what a parent has already delivered
      }
      if (type == null) {
        reason = "class " + provider + " is missing";
      }
    } catch (LinkageError e) {
      reason = Reasons.of(e);
      failures.removeIf(failure -> failure instanceof LinkageError);
    }
    Throwable told = telling(provider, failures);
    if (told != null) {
      failures.remove(told);
    }
    String why = reason != null ? reason : told != null ? Reasons.of(told) : "was not delivered";
    broken.add(new Broken(provider, Origins.shortName(origin), why));
  }

  private static @Nullable Throwable telling(String provider, List<Throwable> failures) {
    return failures.stream()
        .filter(failure -> String.valueOf(failure.getMessage()).contains(provider))
        .findFirst()
        .orElse(null);
  }

  @SuppressWarnings("unchecked") // a provider of AutoencoderPlugin is an AutoencoderPlugin<?>
  private void take(ServiceLoader.Provider<?> provider) {
    take(provider.type(), () -> (T) provider.get());
  }

  void take(T provider) {
    take(provider.getClass(), () -> provider);
  }

  private void take(Class<?> type, Supplier<T> constructor) {
    String name = type.getName();
    String origin = Origins.of(type);
    String reason;
    try {
      T provider = constructor.get();
      ProviderKind.Identity identity = kind.identity().apply(provider);
      name = identity.id();
      if (identity.spiVersion() != SpiVersion.CURRENT) {
        reason = "needs API " + identity.spiVersion() + ", this is API " + SpiVersion.CURRENT;
      } else if (!ID.matcher(identity.id()).matches()) {
        reason = "its id must be of lower-case letters, digits and '-', a letter first";
      } else {
        found.add(new Found<>(identity.id(), provider, origin));
        return;
      }
    } catch (Throwable e) {
      Reasons.rethrowIfFatal(e);
      reason = Reasons.of(e);
    }
    broken.add(new Broken(name, Origins.shortName(origin), reason));
  }
}
