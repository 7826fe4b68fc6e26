package io.ae.api.model;

import io.ae.api.graph.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an encoder gives.
 *
 * @param code {@code [B, L]}
 * @param side what a reconstruction needs besides the code, such as switches; a model with side
 *     values has no function {@code decode}
 */
public record Encoded(Value code, Map<String, Value> side) {
  public Encoded {
    side = Collections.unmodifiableMap(new LinkedHashMap<>(side));
  }

  /** Returns a code that suffices. */
  public static Encoded of(Value code) {
    return new Encoded(code, Map.of());
  }
}
