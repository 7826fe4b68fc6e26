package io.ae.api.model;

import java.util.Set;

/**
 * What a variant says of itself.
 *
 * @param id matches {@code [a-z][a-z0-9-]*}; lives for ever in model files
 * @param spiVersion {@link io.ae.api.SpiVersion#CURRENT} of the api it was compiled against
 * @param title a few words
 * @param summary one sentence
 * @param paper authors, title, venue, year
 * @param capabilities what its models do with the default config; the kit holds it to them
 */
public record PluginDescriptor(
    String id,
    int spiVersion,
    String title,
    String summary,
    String paper,
    Set<Capability> capabilities) {
  public PluginDescriptor {
    capabilities = Set.copyOf(capabilities);
  }
}
