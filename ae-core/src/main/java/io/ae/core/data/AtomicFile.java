package io.ae.core.data;

import io.ae.api.AeException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.UUID;

/** Writes a file whole or not at all: to a temporary neighbour, which then takes its name. */
public final class AtomicFile {
  private AtomicFile() {}

  /** What is written. */
  public interface Content {
    /** Writes everything; the stream is buffered, and closed by the caller. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a file, replacing an older one in one step.
   *
   * @throws AeException {@code AE-D070} if the folder is missing or writing fails; an older file
   *     stays as it was, and nothing else is left behind
   */
  public static void write(Path file, Content content) {
    Path target = file.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new AeException(
          "AE-D070",
          file + " cannot be written: the folder " + folder + " does not exist. Make it first.");
    }
    if (Files.isDirectory(target)) {
      throw new AeException(
          "AE-D070", file + " cannot be written: it is a folder. Name a file in it.");
    }
    try {
      // No createTempFile: its files are for the owner alone, and this one becomes the target.
      String name = target.getFileName() + "." + UUID.randomUUID() + ".tmp";
      Path temporary = folder.resolve(name);
      try {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
          content.writeTo(out);
        }
        move(temporary, target);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw failed(file, e);
    } catch (UncheckedIOException e) {
      throw failed(file, Objects.requireNonNull(e.getCause()));
    }
  }

  private static AeException failed(Path file, IOException e) {
    return new AeException(
        "AE-D070",
        file
            + " cannot be written: "
            + reason(e)
            + ". Free space or choose another place; nothing was changed.",
        e);
  }

  private static void move(Path temporary, Path target) throws IOException {
    try {
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      // Some network file systems; a plain replacement of a finished file is the best they offer.
      Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Returns what the system says, with the kind of exception where the text is a bare path. */
  private static String reason(IOException e) {
    String text = e.getMessage();
    return e instanceof AccessDeniedException
        ? "permission denied"
        : text == null ? e.getClass().getSimpleName() : text;
  }
}
