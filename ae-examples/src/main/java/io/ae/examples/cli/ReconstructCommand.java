package io.ae.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ae.api.Reconstruction;
import io.ae.core.Ae;
import io.ae.core.config.Json;
import io.ae.core.data.Dataset;
import java.nio.file.Path;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ae reconstruct}: rows to what the model makes of them. */
@Command(
    name = "reconstruct",
    description =
        "Writes reconstructions: rows as .npy or .csv, originals above"
            + " reconstructions as .png.")
final class ReconstructCommand implements Runnable {
  @ParentCommand Main main = new Main();
  @Mixin ModelOptions options = new ModelOptions();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where: .png, .npy or .csv.")
  Path out = Path.of("");

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "Rows (default: 40 in a picture, else all).")
  int count;

  @Override
  public void run() {
    RowFile.check(out, ".png", ".npy", ".csv");
    Console console = main.console();
    try (Ae ae = main.open()) {
      OpenedModel model = main.load(ae, options);
      Dataset rows = Dataset.load(DataParts.rows(ae, model.metadata(), options));
      int most = count > 0 ? count : RowFile.ends(out, ".png") ? 40 : rows.size();
      Dataset some = rows.select(IntStream.range(0, Math.min(most, rows.size())).toArray());
      Reconstruction made = model.model().reconstruct(some);
      RowOutput.write(out, some, made.rows());
      console.line("%,d rows, mean squared error %.6g: %s", some.size(), made.mse(), out);
      ObjectNode result = Json.object().put("rows", some.size()).put("mse", made.mse());
      console.result(result.put("out", out.toString()));
    }
  }
}
