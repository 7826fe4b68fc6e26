package io.ae.examples.cli;

import io.ae.core.Ae;
import io.ae.core.config.Json;
import io.ae.core.file.CodeFile;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ae decompress}: a file of quantised codes to rows. */
@Command(name = "decompress", description = "Writes the rows that a file of codes stands for.")
final class DecompressCommand implements Runnable {
  @ParentCommand Main main = new Main();

  @Parameters(paramLabel = "MODEL", description = "The model file that 'ae compress' was given.")
  Path file = Path.of("");

  @Option(
      names = "--codes",
      required = true,
      paramLabel = "FILE",
      description = "Codes, .aec as 'ae compress' writes them.")
  Path codes = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "FILE", description = ".png, .npy, .csv.")
  Path out = Path.of("");

  @Option(names = "--backend", paramLabel = "ID", description = "Backend (default: auto).")
  String backend = "auto";

  @Override
  public void run() {
    RowFile.check(out, ".png", ".npy", ".csv");
    OutputPaths.folder(out);
    Console console = main.console();
    CodeFile read = CodeFile.read(codes);
    try (Ae ae = main.open()) {
      OpenedModel model = main.load(ae, file, backend);
      CompressedCodes.requireSame(read, codes, file);
      float[][] made = CompressedCodes.decode(model, read);
      List<String> ids = IntStream.range(0, made.length).mapToObj(Integer::toString).toList();
      RowOutput.write(out, model.metadata().data(), ids, made);
      console.line("%,d rows: %s", made.length, out);
      console.result(Json.object().put("rows", made.length).put("out", out.toString()));
    }
  }
}
