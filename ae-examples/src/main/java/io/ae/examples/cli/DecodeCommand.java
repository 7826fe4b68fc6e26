package io.ae.examples.cli;

import io.ae.api.AeException;
import io.ae.api.Codes;
import io.ae.core.Ae;
import io.ae.core.data.Dataset;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ae decode}: codes to rows. */
@Command(name = "decode", description = "Writes the rows that codes stand for.")
final class DecodeCommand implements Runnable {
  @ParentCommand Main main = new Main();
  @Mixin DecodedRows rows = new DecodedRows();

  @Parameters(paramLabel = "MODEL", description = "A model file.")
  Path file = Path.of("");

  @Option(
      names = "--codes",
      required = true,
      paramLabel = "FILE",
      description = "Codes, .npy or .csv as 'ae encode' writes them.")
  Path codes = Path.of("");

  @Override
  public void run() {
    rows.check();
    RowFile.check(codes, ".npy", ".csv");
    try (Ae ae = main.open()) {
      OpenedModel model = main.load(ae, file, rows.backend);
      String selector =
          RowFile.ends(codes, ".csv") ? "csv:" + codes + ",header=true,id=id" : "npy:" + codes;
      Dataset read = Dataset.load(ae.data(selector).train());
      int width = model.metadata().codeWidth();
      if (read.spec().features() != width) {
        throw new AeException(
            "AE-X006",
            codes
                + ": codes of this model have "
                + width
                + " elements, found "
                + read.spec().features()
                + ". Encode with the same model.");
      }
      Codes given = new Codes(model.metadata().codeKind(), read.values(), width, read.ids());
      rows.write(main.console(), model, given);
    }
  }
}
