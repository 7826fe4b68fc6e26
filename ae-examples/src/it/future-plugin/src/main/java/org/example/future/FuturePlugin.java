package org.example.future;

import io.ae.api.SpiVersion;
import io.ae.api.data.DataSpec;
import io.ae.api.model.AutoencoderPlugin;
import io.ae.api.model.Network;
import io.ae.api.model.PluginDescriptor;
import io.ae.api.model.Vars;
import java.util.Set;

/** A plugin for a later version of the contracts. */
public final class FuturePlugin implements AutoencoderPlugin<FuturePlugin.Config> {
  /** For {@link java.util.ServiceLoader}. */
  public FuturePlugin() {}

  /** Needs nothing. */
  public record Config() {}

  @Override
  public PluginDescriptor descriptor() {
    return new PluginDescriptor(
        "future", SpiVersion.CURRENT + 1, "Broken", "Cannot be used.", "None.", Set.of());
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public Network network(Config config, DataSpec data, Vars vars) {
    throw new UnsupportedOperationException("'future' is never used: it is listed as broken");
  }
}
