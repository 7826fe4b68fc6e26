package io.ae.core.data;

import io.ae.api.AeException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * Writes a file whole or not at all: beside the old one, forced to the disk, then put in its place
 * in one step.
 */
public final class AtomicFile {
  /** What is written, in pieces of any size. */
  @FunctionalInterface
  public interface Body {
    /**
     * Writes everything.
     *
     * @throws IOException if it does not fit
     */
    void writeTo(FileChannel channel) throws IOException;
  }

  /** What is written, as a stream. */
  @FunctionalInterface
  public interface Content {
    /** Writes everything; the stream is buffered, and need not be closed. */
    void writeTo(OutputStream out) throws IOException;
  }

  private AtomicFile() {}

  /** Writes a file by a stream, as {@link #write} does. */
  public static void stream(Path file, Content content) {
    write(
        file,
        channel -> {
          OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
          content.writeTo(out);
          out.flush();
        });
  }

  /**
   * Writes a file; whoever opens it sees the old one or the new one, whole.
   *
   * @throws AeException {@code AE-F010} if the folder is missing, the disk is full or somebody else
   *     writes the same file; the old file stays as it was, and nothing else is left behind
   */
  public static void write(Path file, Body body) {
    Path target = file.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null || Files.isDirectory(target)) {
      throw refused(file, "it is a folder; give the name of a file");
    }
    if (!Files.isDirectory(folder)) {
      throw refused(
          file, "the folder '" + folder + "' does not exist; create it, or give another name");
    }
    Path temporary = folder.resolve("." + target.getFileName() + ".tmp");
    try {
      writeWhole(temporary, file, body);
      move(temporary, target);
    } catch (IOException e) {
      throw failed(file, delete(temporary, e));
    } catch (UncheckedIOException e) {
      throw failed(file, delete(temporary, Objects.requireNonNull(e.getCause())));
    }
  }

  private static void writeWhole(Path temporary, Path file, Body body) throws IOException {
    try (FileChannel channel =
        FileChannel.open(temporary, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw refused(file, "another process is writing it; wait, or give another name");
      }
      channel.truncate(0);
      try {
        body.writeTo(channel);
      } catch (RuntimeException | Error e) {
        Files.deleteIfExists(temporary);
        throw e;
      }
      channel.force(true);
    } catch (OverlappingFileLockException e) {
      throw refused(file, "this process is writing it already; give another name");
    }
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

  private static IOException delete(Path temporary, IOException cause) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
    return cause;
  }

  private static AeException refused(Path file, String why) {
    return new AeException("AE-F010", "cannot write '" + file + "': " + why + ".");
  }

  private static AeException failed(Path file, IOException e) {
    return new AeException(
        "AE-F010",
        "cannot write '"
            + file
            + "': "
            + reason(e)
            + ". An older file is as it was. Free space or check the permissions, and try again.",
        e);
  }

  /** Returns what the system says, with the kind of exception where the text is a bare path. */
  private static String reason(IOException e) {
    String text = e.getMessage();
    return e instanceof AccessDeniedException
        ? "permission denied"
        : text == null ? e.getClass().getSimpleName() : text;
  }
}
