package io.ae.models.denoising;

import io.ae.api.SpiVersion;
import io.ae.api.data.DataSpec;
import io.ae.api.model.AutoencoderPlugin;
import io.ae.api.model.Capability;
import io.ae.api.model.Network;
import io.ae.api.model.PluginDescriptor;
import io.ae.api.model.ReportPage;
import io.ae.api.model.Vars;
import java.util.Set;

/** The plugin {@code denoising}: autoencoders that learn to undo a corruption. */
public final class DenoisingPlugin implements AutoencoderPlugin<DenoisingConfig> {
  /** For {@link java.util.ServiceLoader}. */
  public DenoisingPlugin() {}

  @Override
  public PluginDescriptor descriptor() {
    return new PluginDescriptor(
        "denoising",
        SpiVersion.CURRENT,
        "Denoising autoencoder",
        "Rows are corrupted before they are encoded, and the clean ones are asked for.",
        "P. Vincent et al., \"Stacked denoising autoencoders: learning useful representations in a"
            + " deep network with a local denoising criterion\", JMLR 11, 2010.",
        Set.of(Capability.ENCODE, Capability.DECODE, Capability.RECONSTRUCT, Capability.SCORE));
  }

  @Override
  public Class<DenoisingConfig> configType() {
    return DenoisingConfig.class;
  }

  @Override
  public Set<ReportPage> pages() {
    return Set.of(ReportPage.FILTERS, ReportPage.ACTIVATIONS, ReportPage.CORRUPTED);
  }

  @Override
  public Network network(DenoisingConfig config, DataSpec data, Vars vars) {
    return new Denoising(config, data, vars);
  }
}
