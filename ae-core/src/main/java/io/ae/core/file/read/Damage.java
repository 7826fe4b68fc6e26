package io.ae.core.file.read;

import io.ae.api.AeException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a file, each with its code and what to do. */
final class Damage {
  private static final String ANOTHER_COPY =
      " Take another copy of it, or train the model again; this one is not used.";

  private final Path file;

  Damage(Path file) {
    this.file = file;
  }

  AeException unreadable(Exception cause) {
    return new AeException(
        "AE-F001",
        "cannot read '" + file + "': " + reason(cause) + ". Check the path and the permissions.",
        cause);
  }

  AeException noModel(String found) {
    return new AeException(
        "AE-F002",
        "'"
            + file
            + "' is not a model file: "
            + found
            + ". Give a file that 'ae train --out' has written.");
  }

  AeException truncated(String found) {
    return new AeException(
        "AE-F002", "'" + file + "' is cut off or damaged: " + found + "." + ANOTHER_COPY);
  }

  AeException changed(String entry, String found) {
    return new AeException(
        "AE-F003",
        "'"
            + file
            + "': "
            + entry
            + " has changed since it was written: "
            + found
            + "."
            + ANOTHER_COPY);
  }

  AeException version(long found, int known) {
    return new AeException(
        "AE-F004",
        "'"
            + file
            + "' has format "
            + found
            + "; this program reads formats 1 to "
            + known
            + ". Use the version of ae that wrote it, or a newer one.");
  }

  AeException content(String found, @Nullable Throwable cause) {
    String text =
        "'"
            + file
            + "': "
            + found
            + ". The file was not written by this version of ae, or it is damaged."
            + ANOTHER_COPY;
    return cause == null
        ? new AeException("AE-F005", text)
        : new AeException("AE-F005", text, cause);
  }

  AeException content(String found) {
    return content(found, null);
  }

  AeException weights(String found) {
    return new AeException(
        "AE-F006",
        "'" + file + "': the weights do not fit the graph: " + found + "." + ANOTHER_COPY);
  }

  AeException unpacks(String found) {
    return new AeException(
        "AE-F007",
        "'"
            + file
            + "': "
            + found
            + ". Model files are stored without compression, and nothing is unpacked here."
            + ANOTHER_COPY);
  }

  private static String reason(Exception cause) {
    return cause instanceof java.nio.file.NoSuchFileException
        ? "there is no such file"
        : cause instanceof java.nio.file.AccessDeniedException
            ? "access is denied"
            : String.valueOf(cause.getMessage());
  }
}
