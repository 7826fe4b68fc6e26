package io.ae.models.linear;

import io.ae.api.config.Doc;
import io.ae.api.config.Range;

/**
 * Config of {@code linear}.
 *
 * @param code units of the code, L
 */
public record LinearConfig(@Doc("Units of the code, L.") @Range(min = 1, max = 1e6) int code) {
  /** The default: 30 units. */
  public LinearConfig() {
    this(30);
  }
}
