package org.example.counting;

import io.ae.api.SpiVersion;
import io.ae.api.backend.Availability;
import io.ae.api.backend.Backend;
import io.ae.api.backend.BackendDescriptor;
import io.ae.api.backend.BackendProvider;
import io.ae.api.backend.BackendSettings;
import io.ae.core.backend.JavaBackendProvider;

/** The backend {@code counting}: Java's own, with every run of every function counted. */
public final class CountingBackendProvider implements BackendProvider {
  private final BackendProvider java = new JavaBackendProvider();

  /** For {@link java.util.ServiceLoader}. */
  public CountingBackendProvider() {}

  @Override
  public BackendDescriptor descriptor() {
    return new BackendDescriptor(
        "counting", "Pure Java, with its runs counted", -10, SpiVersion.CURRENT, true);
  }

  @Override
  public Availability probe() {
    return java.probe();
  }

  @Override
  public Backend open(BackendSettings settings) {
    return new CountingBackend(java.open(settings));
  }
}
