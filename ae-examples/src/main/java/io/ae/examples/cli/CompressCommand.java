package io.ae.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ae.api.Codes;
import io.ae.core.Ae;
import io.ae.core.baseline.Pca;
import io.ae.core.config.Json;
import io.ae.core.data.Dataset;
import io.ae.core.data.Quantiser;
import io.ae.core.file.CodeFile;
import io.ae.core.metric.Psnr;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ae compress}: rows to a file of quantised codes. */
@Command(
    name = "compress",
    description = {
      "Writes rows as codes of 8 bits a unit, and tells what is lost.",
      "PSNR is measured on rows decoded from the file, and beside it that of as many principal"
          + " components, quantised alike."
    },
    footer = {"", "Example: ae compress mnist.ae --out test.aec"})
final class CompressCommand implements Runnable {
  @ParentCommand Main main = new Main();
  @Mixin ModelOptions options = new ModelOptions();

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where: .aec.")
  Path out = Path.of("");

  @Option(
      names = "--no-pca",
      description =
          "Leave out principal components, which are learnt on the rows that the model was trained"
              + " on.")
  boolean noPca;

  @Override
  public void run() {
    RowFile.check(out, ".aec");
    OutputPaths.folder(out);
    Console console = main.console();
    try (Ae ae = main.open()) {
      OpenedModel model = main.load(ae, options);
      CompressedCodes.requireReal(model);
      Dataset rows = Dataset.load(DataParts.rows(ae, model.metadata(), options));
      Codes codes = model.model().encode(rows);
      CompressedCodes.of(options.file, codes).write(out);
      // From the file, not from memory: what is measured is what another program will get.
      CodeFile read = CodeFile.read(out);
      double psnr = Psnr.of(rows, model.model().decode(CompressedCodes.codes(model, read)));
      double exact = Psnr.of(rows, model.model().decode(codes));
      int width = read.quantiser().width();
      int row = rows.spec().features();
      ObjectNode result = Json.object().put("rows", read.rows()).put("fileBytes", read.bytes());
      result.put("bytesPerRow", width).put("valuesPerRow", row);
      result.put("psnr", psnr).put("psnrUnquantised", exact);
      tell(console, "Rows", "%,d of %,d values", read.rows(), row);
      tell(console, "Bytes a row", "%d", width);
      tell(console, "File", "%,d bytes, ranges of the units included", read.bytes());
      tell(console, "PSNR", "%.2f dB; %.2f dB with codes that are not quantised", psnr, exact);
      if (!noPca) {
        double pca = pca(ae, model, rows, width);
        result.put("pcaPsnr", pca);
        tell(console, "PCA's PSNR, equal bytes", "%.2f dB", pca);
        tell(console, "Model against PCA", "%s", verdict(psnr - pca));
      }
      console.line("codes   %s", out.toAbsolutePath());
      console.result(result.put("out", out.toString()));
    }
  }

  private static void tell(Console console, String name, String format, Object... values) {
    console.line("%-26s %s", name, String.format(Locale.ROOT, format, values));
  }

  private static String verdict(double gain) {
    return String.format(
        Locale.ROOT, gain < 0 ? "loses by %.2f dB" : "wins by %.2f dB", Math.abs(gain));
  }

  /** Returns the PSNR of as many components, quantised by ranges of their own codes. */
  private double pca(Ae ae, OpenedModel model, Dataset rows, int width) {
    Dataset train = Dataset.load(DataParts.of(ae, model.metadata(), trainedOn(model)).train());
    int k = Math.min(width, rows.spec().features());
    Pca pca = Pca.fit(train, k, main.options.machine().threads());
    float[] codes = pca.encode(rows, pca.components().length);
    Quantiser quantiser = Quantiser.of(codes, pca.components().length);
    float[] restored = quantiser.restore(quantiser.quantise(codes));
    return Psnr.of(rows, pca.decode(restored, pca.components().length));
  }

  /** Returns the training's own selector, or that of the rows where the training had none. */
  private @Nullable String trainedOn(OpenedModel model) {
    return model.metadata().provenance().data().isEmpty() ? options.data : null;
  }
}
