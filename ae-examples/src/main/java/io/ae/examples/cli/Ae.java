package io.ae.examples.cli;

import io.ae.api.backend.BackendProvider;
import io.ae.api.data.Parts;
import io.ae.api.data.Selector;
import io.ae.api.data.SourceProvider;
import io.ae.api.model.AutoencoderPlugin;
import io.ae.core.plugin.Backends;
import io.ae.core.plugin.Catalogue;
import io.ae.core.plugin.PluginPath;
import io.ae.core.plugin.Realms;

/** What the application and the plugin path provide. */
final class Ae implements AutoCloseable {
  private final Realms realms;
  private final Catalogue<AutoencoderPlugin<?>> plugins;
  private final Catalogue<SourceProvider> sources;
  private final Backends backends;

  Ae(PluginPath path) {
    realms = Realms.open(Ae.class.getClassLoader(), path);
    plugins = Catalogue.plugins(realms);
    sources = Catalogue.sources(realms);
    Catalogue<BackendProvider> found = Catalogue.backends(realms);
    backends = new Backends(found);
  }

  Catalogue<AutoencoderPlugin<?>> plugins() {
    return plugins;
  }

  Catalogue<SourceProvider> sources() {
    return sources;
  }

  Backends backends() {
    return backends;
  }

  Parts data(String selector) {
    Selector parsed = Selector.parse(selector);
    return sources.find(parsed.kind()).open(parsed);
  }

  @Override
  public void close() {
    realms.close();
  }
}
