package io.ae.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ae.api.AeException;
import io.ae.api.backend.Availability;
import io.ae.api.backend.BackendProvider;
import io.ae.core.Ae;
import io.ae.core.config.Json;
import io.ae.core.plugin.Backends;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code ae backends}: what computes, and what could. */
@Command(
    name = "backends",
    description = "Lists the compute backends, the first choice of 'auto' first.")
final class BackendsCommand implements Runnable {
  @ParentCommand Main main = new Main();

  @Override
  public void run() {
    Console console = main.console();
    try (Ae ae = main.open()) {
      ObjectNode result = Json.object();
      ArrayNode list = result.putArray("backends");
      for (Map.Entry<BackendProvider, Availability> one : ae.backends().probe().entrySet()) {
        var descriptor = one.getKey().descriptor();
        ObjectNode node = list.addObject().put("id", descriptor.id());
        node.put("title", descriptor.title());
        Listing.availability(node, one.getValue());
        node.put("priority", descriptor.priority());
        node.put("nativeFree", descriptor.nativeFree());
        Listing.print(console, descriptor.id(), descriptor.title(), one.getValue());
      }
      ae.backends().catalogue().broken().forEach(b -> Listing.broken(console, list, b));
      console.line("%nauto: %s", auto(ae.backends()));
      console.result(result);
    }
  }

  private static String auto(Backends backends) {
    try {
      return backends.choose(Backends.AUTO).reason();
    } catch (AeException e) {
      return "none: " + e.text();
    }
  }
}
