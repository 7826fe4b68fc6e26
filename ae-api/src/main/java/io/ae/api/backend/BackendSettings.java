package io.ae.api.backend;

/**
 * How a backend may use the machine.
 *
 * @param threads cores it may use, at least 1; also the number of shards of a batch
 */
public record BackendSettings(int threads) {
  public BackendSettings {
    if (threads < 1) {
      throw new IllegalArgumentException("threads: at least 1, got " + threads);
    }
  }

  /** Returns settings that use every core. */
  public static BackendSettings allCores() {
    return new BackendSettings(Runtime.getRuntime().availableProcessors());
  }
}
