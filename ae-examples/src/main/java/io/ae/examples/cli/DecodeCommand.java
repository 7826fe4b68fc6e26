package io.ae.examples.cli;

import io.ae.api.AeException;
import io.ae.api.Codes;
import io.ae.core.Ae;
import io.ae.core.config.Json;
import io.ae.core.data.Dataset;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ae decode}: codes to rows. */
@Command(name = "decode", description = "Writes the rows that codes stand for.")
final class DecodeCommand implements Runnable {
  @ParentCommand Main main = new Main();

  @Parameters(paramLabel = "MODEL", description = "A model file.")
  Path file = Path.of("");

  @Option(
      names = "--codes",
      required = true,
      paramLabel = "FILE",
      description = "Codes, .npy or .csv as 'ae encode' writes them.")
  Path codes = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "FILE", description = ".png, .npy, .csv.")
  Path out = Path.of("");

  @Option(names = "--backend", paramLabel = "ID", description = "Backend (default: auto).")
  String backend = "auto";

  @Override
  public void run() {
    RowFile.check(out, ".png", ".npy", ".csv");
    RowFile.check(codes, ".npy", ".csv");
    Console console = main.console();
    try (Ae ae = main.open()) {
      OpenedModel model = main.load(ae, file, backend);
      String selector =
          RowFile.ends(codes, ".csv") ? "csv:" + codes + ",header=true,id=id" : "npy:" + codes;
      Dataset rows = Dataset.load(ae.data(selector).train());
      int width = model.metadata().codeWidth();
      if (rows.spec().features() != width) {
        throw new AeException(
            "AE-X006",
            codes
                + ": codes of this model have "
                + width
                + " elements, found "
                + rows.spec().features()
                + ". Encode with the same model.");
      }
      Codes given = new Codes(model.metadata().codeKind(), rows.values(), width, rows.ids());
      float[][] made = model.model().decode(given);
      RowOutput.write(out, model.metadata().data(), given.ids(), made);
      console.line("%,d rows: %s", made.length, out);
      console.result(Json.object().put("rows", made.length).put("out", out.toString()));
    }
  }
}
