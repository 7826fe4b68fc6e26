package io.ae.examples.cli;

import io.ae.api.Codes;
import io.ae.core.config.Json;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options of commands that write the rows that codes stand for. */
final class DecodedRows {
  @Option(names = "--out", required = true, paramLabel = "FILE", description = ".png, .npy, .csv.")
  Path out = Path.of("");

  @Option(names = "--backend", paramLabel = "ID", description = "Backend (default: auto).")
  String backend = "auto";

  /**
   * Refuses a file of rows of another kind.
   *
   * @throws io.ae.api.AeException as {@link RowFile#check} does
   */
  void check() {
    RowFile.check(out, ".png", ".npy", ".csv");
  }

  /** Decodes, writes and says so. */
  void write(Console console, OpenedModel model, Codes codes) {
    float[][] made = model.model().decode(codes);
    RowOutput.write(out, model.metadata().data(), codes.ids(), made);
    console.line("%,d rows: %s", made.length, out);
    console.result(Json.object().put("rows", made.length).put("out", out.toString()));
  }
}
