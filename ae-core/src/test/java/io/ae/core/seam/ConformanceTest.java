package io.ae.core.seam;

import static org.assertj.core.api.Assertions.assertThat;

import io.ae.api.AeException;
import io.ae.api.SpiVersion;
import io.ae.api.data.DataSpec;
import io.ae.api.model.AutoencoderPlugin;
import io.ae.api.model.Capability;
import io.ae.api.model.Network;
import io.ae.api.model.PluginDescriptor;
import io.ae.api.model.Vars;
import io.ae.core.conformance.CheckReport;
import io.ae.core.conformance.PluginKit;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kit passes models of every kind: what it demands is not the habit of dense ones. */
class ConformanceTest {
  /** Builds a network for rows of so many features. */
  private interface Builder {
    Network build(Vars vars, int features);
  }

  /** No choices. */
  public record NoConfig() {}

  /**
   * One of the nine as a plugin.
   *
   * @param id its name
   * @param sparse whether it takes sparse rows, and no others
   * @param more capabilities beyond the usual four
   * @param builder of the network
   */
  private record Plugin(String id, boolean sparse, Set<Capability> more, Builder builder)
      implements AutoencoderPlugin<NoConfig> {
    @Override
    public PluginDescriptor descriptor() {
      Set<Capability> all =
          EnumSet.of(
              Capability.ENCODE, Capability.DECODE, Capability.RECONSTRUCT, Capability.SCORE);
      all.addAll(more);
      return new PluginDescriptor(id, SpiVersion.CURRENT, id, "A model.", "None.", all);
    }

    @Override
    public Class<NoConfig> configType() {
      return NoConfig.class;
    }

    @Override
    public Network network(NoConfig config, DataSpec data, Vars vars) {
      boolean unit = data.unit() || data.sparse();
      if (data.sparse() != sparse || data.row().rank() != 1 || !unit) {
        throw new AeException("AE-C010", id + " needs other rows, got " + data);
      }
      return builder.build(vars, data.features());
    }

    @Override
    public String toString() {
      return id;
    }
  }

  static Stream<Plugin> models() {
    Set<Capability> none = Set.of();
    return Stream.of(
        new Plugin("tied-dropout", false, none, (s, d) -> new TiedDropout(s, d, 4, .1)),
        new Plugin("adversarial", false, none, (s, d) -> new Adversarial(s, d, 2, 6)),
        new Plugin("quantised", false, none, (s, d) -> new VectorQuantised(s, d, 3, 2, 6)),
        new Plugin("text", true, none, (s, d) -> new Text(s, d, 2)),
        new Plugin(
            "importance-weighted",
            false,
            Set.of(Capability.GENERATE),
            (s, d) -> new ImportanceWeighted(s, d, 2, 4)),
        new Plugin("kl-sparse", false, none, (s, d) -> new KlSparse(s, d, 6)),
        new Plugin(
            "stacked", false, Set.of(Capability.CLASSIFY), (s, d) -> new Stacked(s, d, 6, 3, 4)),
        new Plugin("contractive", false, none, (s, d) -> new Contractive(s, d, 5, 3)));
  }

  @ParameterizedTest
  @MethodSource("models")
  void keepsEveryRuleThatMustHold(Plugin plugin) {
    Set<String> estimated = plugin.id().equals("quantised") ? Set.of("w", "b") : Set.of();

    CheckReport report = CheckReport.run(PluginKit.checks(plugin, estimated));

    assertThat(report.passed()).as(report.text()).isTrue();
  }
}
