package io.ae.examples.cli;

import io.ae.core.Ae;
import io.ae.core.file.CodeFile;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ae decompress}: a file of quantised codes to rows. */
@Command(name = "decompress", description = "Writes the rows that a file of codes stands for.")
final class DecompressCommand implements Runnable {
  @ParentCommand Main main = new Main();
  @Mixin DecodedRows rows = new DecodedRows();

  @Parameters(paramLabel = "MODEL", description = "The model file that 'ae compress' was given.")
  Path file = Path.of("");

  @Option(
      names = "--codes",
      required = true,
      paramLabel = "FILE",
      description = "Codes, .aec as 'ae compress' writes them.")
  Path codes = Path.of("");

  @Override
  public void run() {
    rows.check();
    OutputPaths.folder(rows.out);
    CodeFile read = CodeFile.read(codes);
    try (Ae ae = main.open()) {
      OpenedModel model = main.load(ae, file, rows.backend);
      CompressedCodes.requireSame(read, codes, file);
      rows.write(main.console(), model, CompressedCodes.codes(model, read));
    }
  }
}
