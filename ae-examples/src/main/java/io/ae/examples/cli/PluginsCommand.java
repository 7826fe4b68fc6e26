package io.ae.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ae.api.backend.Availability;
import io.ae.api.model.AutoencoderPlugin;
import io.ae.core.Ae;
import io.ae.core.config.Json;
import io.ae.core.plugin.Probe;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code ae plugins}: the kinds of autoencoders. */
@Command(name = "plugins", description = "Lists the kinds of autoencoders, and the kinds of data.")
final class PluginsCommand implements Runnable {
  @ParentCommand Main main = new Main();

  @Override
  public void run() {
    Console console = main.console();
    try (Ae ae = main.open()) {
      ObjectNode result = Json.object();
      ArrayNode list = result.putArray("plugins");
      for (AutoencoderPlugin<?> plugin : ae.plugins().all().values()) {
        var descriptor = plugin.descriptor();
        Availability availability = Probe.of(plugin);
        ObjectNode node = list.addObject().put("id", descriptor.id());
        node.put("title", descriptor.title()).put("summary", descriptor.summary());
        Listing.availability(node, availability);
        Listing.print(console, descriptor.id(), descriptor.summary(), availability);
      }
      ae.plugins().broken().forEach(b -> Listing.broken(console, list, b));
      sources(ae, console, result.putArray("data"));
      console.result(result);
    }
  }

  private static void sources(Ae ae, Console console, ArrayNode list) {
    console.line("");
    console.line("Kinds of data, for --data:");
    ae.sources()
        .all()
        .values()
        .forEach(
            provider -> {
              var d = provider.descriptor();
              list.addObject()
                  .put("id", d.id())
                  .put("usage", d.usage())
                  .put("summary", d.summary());
              console.line("  %s%n      %s", d.usage(), d.summary());
            });
    ae.sources().broken().forEach(b -> Listing.broken(console, list, b));
  }
}
