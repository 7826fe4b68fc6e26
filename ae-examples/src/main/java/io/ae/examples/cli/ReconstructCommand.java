package io.ae.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ae.api.Reconstruction;
import io.ae.core.Ae;
import io.ae.core.config.Json;
import io.ae.core.data.Dataset;
import io.ae.core.metric.Restoration;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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

  @Option(
      names = "--corrupt",
      description =
          "Corrupt the rows as training did and restore them; a picture has originals, corrupted"
              + " and restored rows, one above the other.")
  boolean corrupt;

  @Option(
      names = "--corrupted",
      paramLabel = "FILE",
      description = "With --corrupt: also write the corrupted rows, .npy or .csv.")
  @Nullable Path corrupted;

  @Override
  public void run() {
    RowFile.check(out, ".png", ".npy", ".csv");
    if (corrupted != null) {
      RowFile.check(corrupted, ".npy", ".csv");
    }
    Console console = main.console();
    try (Ae ae = main.open()) {
      OpenedModel model = main.load(ae, options);
      Dataset rows = Dataset.load(DataParts.rows(ae, model.metadata(), options));
      int most = count > 0 ? count : RowFile.ends(out, ".png") ? 40 : rows.size();
      Dataset some = rows.select(IntStream.range(0, Math.min(most, rows.size())).toArray());
      Reconstruction made =
          corrupt || corrupted != null ? restored(model, some) : reconstructed(model, some);
      console.line("%,d rows, mean squared error %.6g: %s", some.size(), made.mse(), out);
      ObjectNode result = Json.object().put("rows", some.size()).put("mse", made.mse());
      console.result(result.put("out", out.toString()));
    }
  }

  private Reconstruction reconstructed(OpenedModel model, Dataset rows) {
    Reconstruction made = model.model().reconstruct(rows);
    RowOutput.write(out, rows, made.rows());
    return made;
  }

  private Reconstruction restored(OpenedModel model, Dataset rows) {
    Restoration made = model.model().restore(rows);
    RowOutput.write(out, rows, made.corrupted(), made.restored().rows());
    if (corrupted != null) {
      RowOutput.write(corrupted, rows, made.corrupted());
    }
    return made.restored();
  }
}
