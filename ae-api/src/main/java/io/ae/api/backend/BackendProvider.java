package io.ae.api.backend;

/**
 * Service interface of compute backends, found by {@link java.util.ServiceLoader}: register it in
 * {@code module-info} ({@code provides}) and in {@code META-INF/services}. The constructor takes no
 * arguments and loads no native code.
 */
public interface BackendProvider {
  /** Returns what this backend is. */
  BackendDescriptor descriptor();

  /** Returns whether it can work here. Never throws, {@link LinkageError} included. */
  Availability probe();

  /**
   * Opens the backend.
   *
   * @throws io.ae.api.AeException if it is not available, with reason and remedy
   */
  Backend open(BackendSettings settings);
}
