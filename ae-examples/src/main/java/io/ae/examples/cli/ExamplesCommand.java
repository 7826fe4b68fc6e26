package io.ae.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ae.core.config.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code ae examples}: exercises and their commands. */
@Command(
    name = "examples",
    description = "Lists the exercises of an autoencoder course, one command each.")
final class ExamplesCommand implements Runnable {
  @ParentCommand Main main = new Main();

  @Override
  public void run() {
    Console console = main.console();
    ObjectNode result = Json.object();
    ArrayNode list = result.putArray("examples");
    for (Examples.Example example : Examples.all()) {
      console.line("%s: %s%n    %s%n", example.title(), example.shows(), example.command());
      list.addObject()
          .put("title", example.title())
          .put("command", example.command())
          .put("shows", example.shows());
    }
    console.result(result);
  }
}
