package io.ae.core.backend;

import io.ae.api.SpiVersion;
import io.ae.api.backend.Availability;
import io.ae.api.backend.Backend;
import io.ae.api.backend.BackendDescriptor;
import io.ae.api.backend.BackendProvider;
import io.ae.api.backend.BackendSettings;

/**
 * The backend {@code java}: pure Java, there on every machine. Single precision is fast enough to
 * serve a model; double precision is the oracle that other backends are held to.
 */
public final class JavaBackendProvider implements BackendProvider {
  private static final int PRIORITY = 10;

  /** For {@link java.util.ServiceLoader}. */
  public JavaBackendProvider() {}

  @Override
  public BackendDescriptor descriptor() {
    return new BackendDescriptor(
        JavaBackend.ID, "Pure Java, without natives", PRIORITY, SpiVersion.CURRENT, true);
  }

  @Override
  public Availability probe() {
    return new Availability.Available("Java " + Runtime.version().feature());
  }

  @Override
  public Backend open(BackendSettings settings) {
    return new JavaBackend(settings.threads());
  }
}
