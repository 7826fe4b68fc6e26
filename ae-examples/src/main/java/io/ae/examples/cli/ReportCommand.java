package io.ae.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ae.core.Ae;
import io.ae.examples.cli.Evaluation.ToldBy;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ae report MODEL}: a page about a saved model. */
@Command(
    name = "report",
    description =
        "Writes a report on a saved model: one HTML file that needs no network, and the"
            + " map of the codes beside it as PNG.")
final class ReportCommand implements Runnable {
  @ParentCommand Main main = new Main();
  @Mixin ModelOptions options = new ModelOptions();

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where, .html.")
  Path out = Path.of("");

  @Override
  public void run() {
    RowFile.check(out, ".html");
    Console console = main.console();
    try (Ae ae = main.open()) {
      OpenedModel model = main.load(ae, options);
      DataParts parts = DataParts.of(ae, model.metadata(), options.data);
      Evaluation evaluation =
          Evaluation.of(
              model.model(),
              parts,
              options.part,
              Evaluation.Wanted.of(ToldBy.CODES),
              main.options.machine().threads());
      ObjectNode result = Results.of(model);
      evaluation.put(result);
      PluginPages pages = new PluginPages(ae, main.options.machine());
      Results.write(model, evaluation, pages, out, console, result);
      console.result(result);
    }
  }
}
