package io.ae.api.backend;

/**
 * How a backend may use the machine.
 *
 * @param threads cores it may use, at least 1; also the number of shards of a batch
 * @param timed whether sessions measure where the time of their runs goes, which costs a little
 */
public record BackendSettings(int threads, boolean timed) {
  public BackendSettings {
    if (threads < 1) {
      throw new IllegalArgumentException("threads: at least 1, got " + threads);
    }
  }

  /** Settings of a backend that does not measure itself. */
  public BackendSettings(int threads) {
    this(threads, false);
  }

  /** Returns settings that use every core. */
  public static BackendSettings allCores() {
    return new BackendSettings(Runtime.getRuntime().availableProcessors());
  }
}
