package io.ae.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ae.api.model.AutoencoderPlugin;
import io.ae.api.model.Capability;
import io.ae.core.Ae;
import io.ae.core.config.ConfigDoc;
import io.ae.core.config.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ae describe PLUGIN}: what a plugin's config may hold. */
@Command(
    name = "describe",
    description =
        "Describes a kind of autoencoder: its paper and its config, or 'train' for"
            + " the config of the training.")
final class DescribeCommand implements Runnable {
  @ParentCommand Main main = new Main();

  @Parameters(paramLabel = "PLUGIN", description = "Its id, as 'ae plugins' lists it; or train.")
  String id = "";

  @Override
  public void run() {
    Console console = main.console();
    ObjectNode result = Json.object();
    if (id.equals("train")) {
      console.line("A run: options and --set PATH=JSON, or the same keys in --config FILE.");
      entries(console, result, ConfigDoc.of(RunConfig.class), "");
      console.result(result);
      return;
    }
    try (Ae ae = main.open()) {
      AutoencoderPlugin<?> plugin = ae.plugins().find(id);
      var descriptor = plugin.descriptor();
      console.line("%s: %s", descriptor.id(), descriptor.title());
      console.line("%s", descriptor.summary());
      console.line("Paper: %s", descriptor.paper());
      console.line("Can: %s%n", descriptor.capabilities().stream().sorted().toList());
      result.put("id", descriptor.id()).put("title", descriptor.title());
      result.put("summary", descriptor.summary()).put("paper", descriptor.paper());
      ArrayNode capabilities = result.putArray("capabilities");
      descriptor.capabilities().stream()
          .sorted()
          .map(Capability::function)
          .forEach(capabilities::add);
      entries(console, result, ConfigDoc.of(plugin.configType()), "model.");
      presets(console, result, plugin);
      console.result(result);
    }
  }

  private static void presets(Console console, ObjectNode result, AutoencoderPlugin<?> plugin) {
    ObjectNode list = result.putObject("presets");
    Presets.of(plugin)
        .forEach(
            (name, preset) -> {
              console.line("  --preset %s", name);
              console.line("      %s", preset);
              list.set(name, preset);
            });
  }

  private static void entries(Console console, ObjectNode result, ConfigDoc doc, String prefix) {
    ArrayNode list = result.withArray("config");
    for (ConfigDoc.Entry e : doc.entries()) {
      console.line("  %s%s = %s", prefix, e.path(), e.defaultValue());
      console.line("      %s", e.doc());
      console.line("      %s", e.wanted());
      list.addObject()
          .put("path", prefix + e.path())
          .put("type", e.type())
          .put("wanted", e.wanted())
          .put("default", e.defaultValue())
          .put("doc", e.doc());
    }
  }
}
