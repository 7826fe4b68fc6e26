package io.ae.core.conformance;

import io.ae.api.config.Doc;
import io.ae.api.config.Range;

/**
 * Config of the kit's sample plugins.
 *
 * @param code units of the code
 */
public record SampleConfig(@Doc("Units of the code.") @Range(min = 1, max = 100) int code) {
  /** The defaults. */
  public SampleConfig() {
    this(6);
  }
}
