package io.ae.models.dense;

import io.ae.api.SpiVersion;
import io.ae.api.data.DataSpec;
import io.ae.api.model.AutoencoderPlugin;
import io.ae.api.model.Capability;
import io.ae.api.model.Network;
import io.ae.api.model.PluginDescriptor;
import io.ae.api.model.ReportPage;
import io.ae.api.model.Vars;
import java.util.Set;

/** The plugin {@code dense}: fully connected autoencoders of any depth. */
public final class DensePlugin implements AutoencoderPlugin<DenseConfig> {
  /** For {@link java.util.ServiceLoader}. */
  public DensePlugin() {}

  @Override
  public PluginDescriptor descriptor() {
    return new PluginDescriptor(
        "dense",
        SpiVersion.CURRENT,
        "Deep undercomplete autoencoder",
        "Fully connected encoder and decoder of any depth around a small code.",
        "G. Hinton, R. Salakhutdinov, \"Reducing the dimensionality of data with neural networks\","
            + " Science 313, 2006.",
        Set.of(Capability.ENCODE, Capability.DECODE, Capability.RECONSTRUCT, Capability.SCORE));
  }

  @Override
  public Class<DenseConfig> configType() {
    return DenseConfig.class;
  }

  @Override
  public Set<ReportPage> pages() {
    return Set.of(ReportPage.FILTERS, ReportPage.ACTIVATIONS);
  }

  @Override
  public Network network(DenseConfig config, DataSpec data, Vars vars) {
    return new Dense(config, data, vars);
  }
}
