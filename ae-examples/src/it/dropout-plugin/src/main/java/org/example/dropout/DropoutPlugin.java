package org.example.dropout;

import io.ae.api.SpiVersion;
import io.ae.api.data.DataSpec;
import io.ae.api.model.AutoencoderPlugin;
import io.ae.api.model.Capability;
import io.ae.api.model.Network;
import io.ae.api.model.PluginDescriptor;
import io.ae.api.model.Vars;
import java.util.Set;

/** The plugin {@code dropout}. */
public final class DropoutPlugin implements AutoencoderPlugin<DropoutConfig> {
  /** For {@link java.util.ServiceLoader}. */
  public DropoutPlugin() {}

  @Override
  public PluginDescriptor descriptor() {
    return new PluginDescriptor(
        "dropout",
        SpiVersion.CURRENT,
        "Autoencoder with dropout",
        "One sigmoid layer with tied weights whose code units fall silent at random in training.",
        "N. Srivastava et al., \"Dropout: a simple way to prevent neural networks from"
            + " overfitting\", JMLR 15, 2014.",
        Set.of(Capability.ENCODE, Capability.DECODE, Capability.RECONSTRUCT, Capability.SCORE));
  }

  @Override
  public Class<DropoutConfig> configType() {
    return DropoutConfig.class;
  }

  @Override
  public Network network(DropoutConfig config, DataSpec data, Vars vars) {
    return new Dropout(config, data, vars);
  }
}
