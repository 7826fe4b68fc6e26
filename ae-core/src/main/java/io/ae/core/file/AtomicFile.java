package io.ae.core.file;

import io.ae.api.AeException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file beside the old one and puts it in its place in one step. */
public final class AtomicFile {
  /** What is written. */
  @FunctionalInterface
  public interface Body {
    /**
     * Writes everything.
     *
     * @throws IOException if it does not fit
     */
    void writeTo(FileChannel channel) throws IOException;
  }

  private AtomicFile() {}

  /**
   * Writes a file; whoever opens it sees the old one or the new one, whole.
   *
   * @throws AeException {@code AE-F010} if the folder is missing, the disk is full or another
   *     process writes the same file; the old file stays as it was
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
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new AeException(
          "AE-F010",
          "cannot write '"
              + file
              + "': "
              + e.getMessage()
              + ". An older file is as it was. Free space or check the permissions, and try again.",
          delete(temporary, e));
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
      body.writeTo(channel);
      channel.force(true);
    } catch (OverlappingFileLockException e) {
      throw refused(file, "this process is writing it already; give another name");
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
}
