package io.ae.core.wiring;

import io.ae.api.AeException;
import io.ae.api.data.SourceProvider;
import io.ae.api.model.AutoencoderPlugin;
import io.ae.core.config.ConfigReader;
import io.ae.core.config.ConfigWriter;
import io.ae.core.plugin.Backends;
import io.ae.core.plugin.Catalogue;
import io.ae.core.plugin.Realms;
import io.ae.core.train.Trainer;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;

/** The engine's parts. A catalogue is put together when it is first asked for. */
@Singleton
public final class Rooms {
  private final Realms realms;
  private final Provider<Backends> backends;
  private final Provider<Catalogue<AutoencoderPlugin<?>>> plugins;
  private final Provider<Catalogue<SourceProvider>> sources;
  private final ConfigReader reader;
  private final ConfigWriter writer;
  private final Trainer trainer;

  @Inject
  Rooms(
      Realms realms,
      Provider<Backends> backends,
      Provider<Catalogue<AutoencoderPlugin<?>>> plugins,
      Provider<Catalogue<SourceProvider>> sources,
      ConfigReader reader,
      ConfigWriter writer,
      Trainer trainer) {
    this.realms = realms;
    this.backends = backends;
    this.plugins = plugins;
    this.sources = sources;
    this.reader = reader;
    this.writer = writer;
    this.trainer = trainer;
  }

  /** Returns where providers are found; closing it ends the loading of third parties' classes. */
  public Realms realms() {
    return realms;
  }

  /**
   * Returns the backends.
   *
   * @throws AeException {@code AE-B003} if two have one id
   */
  public Backends backends() {
    return Wiring.plain(backends);
  }

  /**
   * Returns the autoencoder plugins.
   *
   * @throws AeException {@code AE-P003} if two have one id
   */
  public Catalogue<AutoencoderPlugin<?>> plugins() {
    return Wiring.plain(plugins);
  }

  /**
   * Returns the kinds of data.
   *
   * @throws AeException {@code AE-D007} if two have one id
   */
  public Catalogue<SourceProvider> sources() {
    return Wiring.plain(sources);
  }

  /** Returns the reader of configs. */
  public ConfigReader reader() {
    return reader;
  }

  /** Returns the writer of configs. */
  public ConfigWriter writer() {
    return writer;
  }

  /** Returns what trains compiled models. */
  public Trainer trainer() {
    return trainer;
  }
}
