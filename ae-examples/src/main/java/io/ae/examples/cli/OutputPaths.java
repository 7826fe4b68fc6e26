package io.ae.examples.cli;

import io.ae.api.AeException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Refuses places that cannot be written before hours of work, rather than after them. */
final class OutputPaths {
  private OutputPaths() {}

  /**
   * @throws AeException {@code AE-X004} for a wrong ending, {@code AE-X008} if a folder is missing
   *     or read-only
   */
  static void check(@Nullable Path model, @Nullable Path report) {
    if (model != null) {
      RowFile.check(model, ".ae");
      folder(model);
    }
    if (report != null) {
      RowFile.check(report, ".html");
      folder(report);
    }
  }

  /** Refuses a file whose folder is missing or read-only. */
  static void folder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new AeException(
          "AE-X008", file + " cannot be written: the folder " + folder + " is missing. Make it.");
    }
    if (!Files.isWritable(folder)) {
      throw new AeException(
          "AE-X008", file + " cannot be written: the folder " + folder + " is read-only.");
    }
  }
}
