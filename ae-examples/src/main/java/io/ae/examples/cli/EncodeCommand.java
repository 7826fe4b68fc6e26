package io.ae.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ae.core.Ae;
import io.ae.core.config.Json;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ae encode}: rows to codes. */
@Command(name = "encode", description = "Writes the codes of rows, with their ids in a .csv.")
final class EncodeCommand implements Runnable {
  @ParentCommand Main main = new Main();
  @Mixin ModelOptions options = new ModelOptions();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where: .npy or .csv.")
  Path out = Path.of("");

  @Override
  public void run() {
    RowFile.check(out, ".npy", ".csv");
    Console console = main.console();
    try (Ae ae = main.open()) {
      OpenedModel model = main.load(ae, options);
      long rows = model.model().encode(DataParts.rows(ae, model.metadata(), options), out);
      int width = model.model().codeWidth();
      String kind = Facts.kind(model.model().codeKind());
      console.line("%,d codes of %d %s: %s", rows, width, kind, out);
      ObjectNode result = Json.object().put("rows", rows).put("codeWidth", width);
      console.result(result.put("kind", kind).put("out", out.toString()));
    }
  }
}
