package org.example.dropout;

import io.ae.api.config.Doc;
import io.ae.api.config.Range;

/**
 * Config of {@code dropout}.
 *
 * @param code units of the code, L
 * @param rate probability that a unit of the code is silent in a training step
 */
public record DropoutConfig(
    @Doc("Units of the code, L.") @Range(min = 1, max = 1e6) int code,
    @Doc("Probability that a unit of the code is silent in a training step.")
        @Range(min = 0, max = 1, openMax = true)
        double rate) {
  /** The defaults: 32 units, one in ten silent. */
  public DropoutConfig() {
    this(32, 0.1);
  }
}
