package io.ae.core.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import io.ae.api.backend.BackendProvider;
import io.ae.api.data.SourceProvider;
import io.ae.api.model.AutoencoderPlugin;
import io.ae.core.config.ConfigReader;
import io.ae.core.config.ConfigWriter;
import io.ae.core.plugin.Backends;
import io.ae.core.plugin.Catalogue;
import io.ae.core.plugin.PluginPath;
import io.ae.core.plugin.Realms;
import io.ae.core.train.Trainer;
import jakarta.inject.Singleton;

/** What the engine is composed of. */
final class EngineModule extends AbstractModule {
  private final ClassLoader application;
  private final PluginPath path;

  EngineModule(ClassLoader application, PluginPath path) {
    this.application = application;
    this.path = path;
  }

  @Override
  protected void configure() {
    binder().requireExplicitBindings();
    bind(Rooms.class);
    bind(ConfigReader.class).toInstance(new ConfigReader());
    bind(ConfigWriter.class).toInstance(new ConfigWriter());
    bind(Trainer.class).toInstance(new Trainer());
  }

  @Provides
  @Singleton
  Realms realms() {
    return Realms.open(application, path);
  }

  @Provides
  @Singleton
  Catalogue<BackendProvider> backends(Realms realms) {
    return Catalogue.backends(realms);
  }

  @Provides
  @Singleton
  Backends choice(Catalogue<BackendProvider> backends) {
    return new Backends(backends);
  }

  @Provides
  @Singleton
  Catalogue<AutoencoderPlugin<?>> plugins(Realms realms) {
    return Catalogue.plugins(realms);
  }

  @Provides
  @Singleton
  Catalogue<SourceProvider> sources(Realms realms) {
    return Catalogue.sources(realms);
  }
}
