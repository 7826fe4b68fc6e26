package io.ae.core.data.npy;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The bytes of an archive's entry, compared with its checksum once the last has been read. */
final class CheckedEntry extends CheckedInputStream {
  private final ZipFile zip;
  private final ZipEntry entry;
  private long left;

  /** Takes over the archive and closes it in the end. */
  CheckedEntry(ZipFile zip, ZipEntry entry, InputStream bytes) {
    super(bytes, new CRC32());
    this.zip = zip;
    this.entry = entry;
    this.left = entry.getSize();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int at, int length) throws IOException {
    int n = super.read(into, at, length);
    left -= Math.max(0, n);
    if (left <= 0 && n > 0 && getChecksum().getValue() != entry.getCrc()) {
      throw new ZipException("the checksum of " + entry.getName() + " differs");
    }
    return n;
  }

  @Override
  public long skip(long n) throws IOException {
    return Math.max(0, read(new byte[(int) Math.min(n, 1 << 16)]));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
