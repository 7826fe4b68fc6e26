package io.ae.core.data.cifar;

import io.ae.api.AeException;
import io.ae.core.data.source.InputFile;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The entries of a tar archive, gzipped or not, in order (POSIX.1-1988 ustar; what later formats
 * add, such as long names, is passed over). Nothing is unpacked to disk.
 */
final class TarReader implements AutoCloseable {
  private static final int BLOCK = 512;

  private final InputFile file;
  private final InputStream in;
  private final byte[] header = new byte[BLOCK];
  private long left;
  private long padding;
  private String name = "";

  TarReader(InputFile file) {
    this.file = file;
    this.in = file.open();
  }

  /**
   * Moves to the next regular file.
   *
   * @return false past the last
   * @throws AeException {@code AE-D060} if the archive is damaged
   */
  boolean next() {
    while (true) {
      skip(left + padding);
      int found = file.fill(in, header, BLOCK);
      if (found == 0 || (found == BLOCK && blank())) {
        left = 0;
        padding = 0;
        return false;
      }
      if (found < BLOCK || checksum() != octal(148, 8)) {
        throw damaged("the checksum of an entry's head is wrong");
      }
      left = octal(124, 12);
      padding = (BLOCK - left % BLOCK) % BLOCK;
      if (header[156] == '0' || header[156] == 0) {
        name = text(0, 100);
        return true;
      }
    }
  }

  /** Returns the last part of the entry's path. */
  String name() {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** Returns the bytes of the entry that are still to be read. */
  long size() {
    return left;
  }

  /** Returns the entry's bytes; closing the stream does nothing. */
  InputStream content() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] into, int at, int length) throws IOException {
        if (left == 0) {
          return -1;
        }
        int n;
        try {
          n = in.read(into, at, (int) Math.min(length, left));
        } catch (EOFException e) {
          // Cut off within gzip: the reader of records says how much is missing.
          return -1;
        }
        left -= Math.max(0, n);
        return n;
      }
    };
  }

  private void skip(long bytes) {
    byte[] waste = new byte[1 << 14];
    for (long rest = bytes; rest > 0; ) {
      int n = file.fill(in, waste, (int) Math.min(rest, waste.length));
      if (n == 0) {
        throw damaged("it ends within " + name);
      }
      rest -= n;
    }
  }

  private boolean blank() {
    for (byte b : header) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }

  private long checksum() {
    long sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xFF;
    }
    return sum;
  }

  private long octal(int at, int length) {
    String digits = text(at, length).strip();
    if (!digits.matches("[0-7]{1,12}")) {
      throw damaged("a number in an entry's head is none");
    }
    return Long.parseLong(digits, 8);
  }

  private String text(int at, int length) {
    int end = at;
    while (end < at + length && header[end] != 0) {
      end++;
    }
    return new String(header, at, end - at, StandardCharsets.UTF_8);
  }

  private AeException damaged(String reason) {
    return new AeException(
        "AE-D060", file + ": not a whole tar archive: " + reason + ". Get the file again.");
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw file.failed(e);
    }
  }
}
