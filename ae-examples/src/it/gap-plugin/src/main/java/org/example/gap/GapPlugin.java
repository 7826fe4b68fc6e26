package org.example.gap;

import io.ae.api.SpiVersion;
import io.ae.api.data.DataSpec;
import io.ae.api.model.AutoencoderPlugin;
import io.ae.api.model.Network;
import io.ae.api.model.PluginDescriptor;
import io.ae.api.model.Vars;
import java.util.Set;

/** A plugin whose jar lacks a class. */
public final class GapPlugin implements AutoencoderPlugin<GapPlugin.Config> {
  private final Missing needed;

  /** For {@link java.util.ServiceLoader}; fails, as a class of this jar is missing. */
  public GapPlugin() {
    needed = new Missing(3);
  }

  /** Returns what did not come along. */
  Missing needed() {
    return needed;
  }

  /** Needs nothing. */
  public record Config() {}

  @Override
  public PluginDescriptor descriptor() {
    return new PluginDescriptor(
        "gap", SpiVersion.CURRENT, "Broken", "Cannot be used.", "None.", Set.of());
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public Network network(Config config, DataSpec data, Vars vars) {
    throw new UnsupportedOperationException("'gap' is never used: it is listed as broken");
  }
}
