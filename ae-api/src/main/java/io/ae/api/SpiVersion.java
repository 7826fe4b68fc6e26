package io.ae.api;

/**
 * The version of the contracts in this module; a provider built for another is listed as broken.
 */
public final class SpiVersion {
  /** Raised when a provider compiled against the previous version would no longer work. */
  public static final int CURRENT = 1;

  private SpiVersion() {}
}
