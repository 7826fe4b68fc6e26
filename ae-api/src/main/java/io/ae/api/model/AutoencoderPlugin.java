package io.ae.api.model;

import io.ae.api.backend.Availability;
import io.ae.api.data.DataSpec;
import java.util.Map;
import java.util.Set;

/**
 * Service interface of autoencoder variants, found by {@link java.util.ServiceLoader}: register it
 * in {@code module-info} ({@code provides}) and in {@code META-INF/services}. The constructor takes
 * no arguments.
 *
 * @param <C> the config: a public record whose components carry {@link io.ae.api.config.Doc} and
 *     constraints, with a public constructor without arguments that gives the defaults
 */
public interface AutoencoderPlugin<C extends Record> {
  /** Returns what this variant is. */
  PluginDescriptor descriptor();

  /** Returns whether it can work here; never throws. */
  default Availability probe() {
    return new Availability.Available("");
  }

  /** Returns the config's type. */
  Class<C> configType();

  /**
   * Returns configurations of runs by name: what a user can ask for in one word, such as a paper's
   * own settings.
   *
   * @return JSON objects as a configuration file holds them: {@code model} is the plugin's config,
   *     {@code train} how it is trained; what a preset leaves out keeps its default
   */
  default Map<String, String> presets() {
    return Map.of();
  }

  /** Returns the pages that the report of a model of this variant shows beside the usual ones. */
  default Set<ReportPage> pages() {
    return Set.of();
  }

  /**
   * Builds the network: its variables are declared here, its functions are traced later.
   *
   * @param config validated against its constraints
   * @param data the rows it will see, after scaling
   * @param vars where variables are declared
   * @throws io.ae.api.AeException if config and data do not go together, naming both
   */
  Network network(C config, DataSpec data, Vars vars);
}
