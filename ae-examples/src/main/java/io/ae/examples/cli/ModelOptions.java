package io.ae.examples.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Options of commands that use a saved model. */
final class ModelOptions {
  @Parameters(paramLabel = "MODEL", description = "A model file, as 'ae train --out' writes it.")
  Path file = Path.of("");

  @Option(
      names = "--data",
      paramLabel = "SELECTOR",
      description = "Rows (default: those of the training).")
  @Nullable String data;

  @Option(names = "--part", description = "Which rows: ${COMPLETION-CANDIDATES} (default: test).")
  Part part = Part.TEST;

  @Option(names = "--backend", paramLabel = "ID", description = "Backend (default: auto).")
  String backend = "auto";
}
