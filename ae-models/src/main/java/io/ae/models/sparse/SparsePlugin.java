package io.ae.models.sparse;

import io.ae.api.SpiVersion;
import io.ae.api.data.DataSpec;
import io.ae.api.model.AutoencoderPlugin;
import io.ae.api.model.Capability;
import io.ae.api.model.Network;
import io.ae.api.model.PluginDescriptor;
import io.ae.api.model.ReportPage;
import io.ae.api.model.Vars;
import java.util.Set;

/** The plugin {@code sparse}: autoencoders few of whose code units are active at once. */
public final class SparsePlugin implements AutoencoderPlugin<SparseConfig> {
  /** For {@link java.util.ServiceLoader}. */
  public SparsePlugin() {}

  @Override
  public PluginDescriptor descriptor() {
    return new PluginDescriptor(
        "sparse",
        SpiVersion.CURRENT,
        "Sparse autoencoder",
        "Few of the code's units are active for any one row: by KL to a target, L1, or the k"
            + " largest.",
        "A. Ng, \"Sparse autoencoder\", CS294A lecture notes, Stanford 2011; A. Makhzani, B. Frey,"
            + " \"k-sparse autoencoders\", ICLR 2014.",
        Set.of(Capability.ENCODE, Capability.DECODE, Capability.RECONSTRUCT, Capability.SCORE));
  }

  @Override
  public Class<SparseConfig> configType() {
    return SparseConfig.class;
  }

  @Override
  public Set<ReportPage> pages() {
    return Set.of(ReportPage.FILTERS, ReportPage.ACTIVATIONS);
  }

  @Override
  public Network network(SparseConfig config, DataSpec data, Vars vars) {
    return new Sparse(config, data, vars);
  }
}
