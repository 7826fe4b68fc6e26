package io.ae.models.linear;

import io.ae.api.SpiVersion;
import io.ae.api.data.DataSpec;
import io.ae.api.model.AutoencoderPlugin;
import io.ae.api.model.Capability;
import io.ae.api.model.Network;
import io.ae.api.model.PluginDescriptor;
import io.ae.api.model.ReportPage;
import io.ae.api.model.Vars;
import java.util.Set;

/**
 * The plugin {@code linear}: the autoencoder whose best solution spans the principal components.
 */
public final class LinearPlugin implements AutoencoderPlugin<LinearConfig> {
  /** For {@link java.util.ServiceLoader}. */
  public LinearPlugin() {}

  @Override
  public PluginDescriptor descriptor() {
    return new PluginDescriptor(
        "linear",
        SpiVersion.CURRENT,
        "Linear autoencoder (PCA)",
        "One linear layer each way, whose best code spans the space of the first principal"
            + " components.",
        "P. Baldi, K. Hornik, \"Neural networks and principal component analysis: learning from"
            + " examples without local minima\", Neural Networks 2, 1989.",
        Set.of(Capability.ENCODE, Capability.DECODE, Capability.RECONSTRUCT, Capability.SCORE));
  }

  @Override
  public Class<LinearConfig> configType() {
    return LinearConfig.class;
  }

  @Override
  public Set<ReportPage> pages() {
    return Set.of(ReportPage.FILTERS, ReportPage.ACTIVATIONS);
  }

  @Override
  public Network network(LinearConfig config, DataSpec data, Vars vars) {
    return new Linear(config, data, vars);
  }
}
