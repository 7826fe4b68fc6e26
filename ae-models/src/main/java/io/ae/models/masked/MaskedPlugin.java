package io.ae.models.masked;

import io.ae.api.SpiVersion;
import io.ae.api.data.DataSpec;
import io.ae.api.model.AutoencoderPlugin;
import io.ae.api.model.Capability;
import io.ae.api.model.Network;
import io.ae.api.model.PluginDescriptor;
import io.ae.api.model.ReportPage;
import io.ae.api.model.Vars;
import java.util.Set;

/** The plugin {@code masked}: autoencoders that predict what is masked. */
public final class MaskedPlugin implements AutoencoderPlugin<MaskedConfig> {
  /** For {@link java.util.ServiceLoader}. */
  public MaskedPlugin() {}

  @Override
  public PluginDescriptor descriptor() {
    return new PluginDescriptor(
        "masked",
        SpiVersion.CURRENT,
        "Masked autoencoder",
        "Patches of a picture, or values of a vector, are masked, and they alone are predicted.",
        "J. Devlin et al., \"BERT: pre-training of deep bidirectional transformers for language"
            + " understanding\", NAACL 2019.",
        Set.of(Capability.ENCODE, Capability.DECODE, Capability.RECONSTRUCT, Capability.SCORE));
  }

  @Override
  public Class<MaskedConfig> configType() {
    return MaskedConfig.class;
  }

  @Override
  public Set<ReportPage> pages() {
    return Set.of(ReportPage.FILTERS, ReportPage.ACTIVATIONS, ReportPage.CORRUPTED);
  }

  @Override
  public Network network(MaskedConfig config, DataSpec data, Vars vars) {
    return new Masked(config, data, vars);
  }
}
