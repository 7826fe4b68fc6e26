package io.ae.core.data.source;

import io.ae.api.AeException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A file to read, gzipped or not; which of the two its first bytes say, not its name. */
public final class InputFile implements Bytes {
  /** What deflate can gain at most (RFC 1951: 258 bytes from two bits). */
  static final long BEST_RATIO = 1032;

  private static final int BUFFER = 1 << 16;

  private final Path path;
  private final long size;
  private final boolean gzip;

  private InputFile(Path path, long size, boolean gzip) {
    this.path = path;
    this.size = size;
    this.gzip = gzip;
  }

  /**
   * Looks at a file.
   *
   * @param hint what to do if it is not there, as a sentence
   * @throws AeException {@code AE-D005} if there is no such file, {@code AE-D006} if it cannot be
   *     read
   */
  public static InputFile of(Path path, String hint) {
    if (!Files.exists(path)) {
      throw new AeException("AE-D005", path + ": no such file. " + hint);
    }
    if (!Files.isRegularFile(path)) {
      throw new AeException("AE-D005", path + " must be a file, found a folder. " + hint);
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] start = in.readNBytes(2);
      boolean gzip = start.length == 2 && start[0] == 0x1f && start[1] == (byte) 0x8b;
      return new InputFile(path, Files.size(path), gzip);
    } catch (IOException e) {
      throw failed(path, e);
    }
  }

  /** Returns where it is. */
  public Path path() {
    return path;
  }

  /** Returns whether it is compressed. */
  public boolean gzip() {
    return gzip;
  }

  /** Returns its size on disk in bytes. */
  public long size() {
    return size;
  }

  @Override
  public long mostBytes() {
    return gzip ? size * BEST_RATIO : size;
  }

  @Override
  public boolean exact() {
    return !gzip;
  }

  /** Returns a stream of its content, uncompressed. */
  @Override
  public InputStream open() {
    try {
      InputStream in = Files.newInputStream(path);
      return gzip
          ? new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER)
          : new BufferedInputStream(in, BUFFER);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public AeException failed(IOException e) {
    return failed(path, e);
  }

  /** Returns the error of a failed read of a file or folder, {@code AE-D006}. */
  public static AeException failed(Path path, IOException e) {
    String reason =
        e instanceof ZipException
            ? "its compression is damaged (" + e.getMessage() + "). Get the file again"
            : e instanceof AccessDeniedException
                ? "permission denied. Make it readable"
                : e + ". Check the disk and get the file again";
    return new AeException("AE-D006", path + " cannot be read: " + reason + ".", e);
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
