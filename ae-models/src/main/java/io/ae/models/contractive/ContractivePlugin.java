package io.ae.models.contractive;

import io.ae.api.SpiVersion;
import io.ae.api.data.DataSpec;
import io.ae.api.model.AutoencoderPlugin;
import io.ae.api.model.Capability;
import io.ae.api.model.Network;
import io.ae.api.model.PluginDescriptor;
import io.ae.api.model.ReportPage;
import io.ae.api.model.Vars;
import java.util.Map;
import java.util.Set;

/** The plugin {@code contractive}: autoencoders whose codes move little when rows do. */
public final class ContractivePlugin implements AutoencoderPlugin<ContractiveConfig> {
  /** The classic program of a contractive autoencoder for MNIST, as it is passed around. */
  private static final String LISTING =
      """
      {
        "model": {"code": 64, "tie": "none", "output": "linear", "factor": 1e-3},
        "train": {
          "epochs": 3,
          "batch": 100,
          "rate": 1e-3,
          "optimiser": {"name": "adam"},
          "schedule": {"name": "constant"}
        }
      }
      """;

  /** For {@link java.util.ServiceLoader}. */
  public ContractivePlugin() {}

  @Override
  public PluginDescriptor descriptor() {
    return new PluginDescriptor(
        "contractive",
        SpiVersion.CURRENT,
        "Contractive autoencoder",
        "The norm of the encoder's Jacobian is kept small: codes follow only how rows really"
            + " differ.",
        "S. Rifai et al., \"Contractive auto-encoders: explicit invariance during feature"
            + " extraction\", ICML 2011.",
        Set.of(Capability.ENCODE, Capability.DECODE, Capability.RECONSTRUCT, Capability.SCORE));
  }

  @Override
  public Class<ContractiveConfig> configType() {
    return ContractiveConfig.class;
  }

  @Override
  public Map<String, String> presets() {
    return Map.of("listing", LISTING);
  }

  @Override
  public Set<ReportPage> pages() {
    return Set.of(ReportPage.FILTERS, ReportPage.ACTIVATIONS, ReportPage.JACOBIAN);
  }

  @Override
  public Network network(ContractiveConfig config, DataSpec data, Vars vars) {
    return new Contractive(config, data, vars);
  }
}
