package io.ae.core.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ae.api.AeException;
import io.ae.api.graph.DType;
import io.ae.api.model.AutoencoderPlugin;
import io.ae.api.model.Capability;
import io.ae.api.model.PluginDescriptor;
import io.ae.core.config.BadConfig;
import io.ae.core.config.ConfigCheck;
import io.ae.core.config.ConfigReader;
import io.ae.core.config.ConfigWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** M1 to M7: what a plugin says of itself and its config. */
final class PluginChecks<C extends Record> {
  private final AutoencoderPlugin<C> plugin;

  PluginChecks(AutoencoderPlugin<C> plugin) {
    this.plugin = plugin;
  }

  List<Check> all() {
    return List.of(
        Rule.M1.check(this::descriptor),
        Rule.M2.check(this::config),
        Rule.M3.check(() -> accepted(plugin)),
        Rule.M4.check(this::roundTrip),
        Rule.M5.check(this::badConfigs),
        Rule.M6.check(this::declared),
        Rule.M7.check(this::undeclared));
  }

  private void descriptor() {
    PluginDescriptor d = plugin.descriptor();
    DescriptorChecks.id(d.id());
    DescriptorChecks.line("title", d.title());
    DescriptorChecks.line("summary", d.summary());
    DescriptorChecks.line("paper", d.paper());
    DescriptorChecks.version(d.spiVersion());
    if (d.summary().indexOf(". ") >= 0 || !d.summary().endsWith(".")) {
      throw new CheckFailure(
          "the summary must be one sentence with a full stop, got '" + d.summary() + "'");
    }
    plugin.probe();
  }

  private void config() {
    ConfigCheck.require(PluginConfig.defaults(plugin.configType()), "model");
    PluginConfig.refuseUndocumented(plugin.configType());
  }

  /** Returns the kinds of data for which the defaults build a network. */
  static List<TinyData> accepted(AutoencoderPlugin<?> plugin) {
    List<TinyData> accepted = new ArrayList<>();
    StringBuilder refusals = new StringBuilder();
    for (TinyData data : TinyData.kinds()) {
      try {
        ModelTrial trial = new ModelTrial(plugin, data, DType.F32);
        trial.close();
        accepted.add(data);
      } catch (CheckFailure e) {
        throw e;
      } catch (AeException e) {
        refusals.append("; ").append(data.name()).append(": ").append(e.text());
      } catch (RuntimeException e) {
        throw new CheckFailure(
            data.name() + " must be accepted or refused with an AeException, threw " + e, e);
      }
    }
    if (accepted.isEmpty()) {
      throw new CheckFailure("the defaults must build a network for some kind of data" + refusals);
    }
    return accepted;
  }

  private void roundTrip() {
    C defaults = PluginConfig.defaults(plugin.configType());
    ObjectNode json = new ConfigWriter().toJson(defaults);
    C read = new ConfigReader().read(plugin.configType(), json, "model");
    if (!read.equals(defaults)) {
      throw new CheckFailure(
          "the config must equal itself after JSON: wanted " + defaults + ", got " + read);
    }
  }

  private void badConfigs() {
    PluginConfig.refuseUnbounded(plugin.configType());
    for (BadConfig bad : BadConfig.of(plugin.configType(), "model")) {
      try {
        C read = new ConfigReader().read(plugin.configType(), bad.tree(), "model");
        throw new CheckFailure("a bad " + bad.path() + " must be refused, was read as " + read);
      } catch (CheckFailure e) {
        throw e;
      } catch (AeException e) {
        if (!String.valueOf(e.getMessage()).contains(bad.path())) {
          throw new CheckFailure(
              "a bad " + bad.path() + " must be refused by name, got " + e.text(), e);
        }
      }
    }
  }

  private void declared() {
    Set<Capability> declared = plugin.descriptor().capabilities();
    try (ModelTrial trial = new ModelTrial(plugin, accepted(plugin).get(0), DType.F32)) {
      for (Capability c : declared) {
        if (!trial.model().capabilities().contains(c)) {
          throw new CheckFailure(
              c + " is declared, but there is no function '" + c.function() + "'");
        }
      }
    }
  }

  private void undeclared() throws Exception {
    Set<Capability> declared = plugin.descriptor().capabilities();
    try (ModelTrial trial = new ModelTrial(plugin, accepted(plugin).get(0), DType.F32)) {
      for (Capability c : Capability.values()) {
        if (!declared.contains(c)) {
          Refusal.of(
              "AE-G003",
              "function '" + c.function() + "', whose capability is not declared,",
              () -> trial.run(c.function(), 0, 1));
        }
      }
    }
  }
}
