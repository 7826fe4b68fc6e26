package io.ae.core.file;

import io.ae.api.AeException;
import io.ae.core.data.AtomicFile;
import io.ae.core.file.read.StoredEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/** Writes entries without compression, under the headers that {@link StoredEntry} gives. */
final class StoredZipWriter {
  /** The runtime keeps native memory as large as the largest single write. */
  private static final int CHUNK = 1 << 16;

  /** Data of an entry, in pieces that are not copied together. */
  record Data(List<ByteBuffer> pieces) {
    static Data of(byte[] bytes) {
      return new Data(List.of(ByteBuffer.wrap(bytes)));
    }

    long size() {
      return pieces.stream().mapToLong(ByteBuffer::remaining).sum();
    }

    int crc() {
      CRC32 crc = new CRC32();
      pieces.forEach(p -> crc.update(p.duplicate()));
      return (int) crc.getValue();
    }

    String sha256() {
      try {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        pieces.forEach(p -> digest.update(p.duplicate()));
        return HexFormat.of().formatHex(digest.digest());
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java runtime has SHA-256", e);
      }
    }
  }

  private StoredZipWriter() {}

  /**
   * @throws AeException {@code AE-F011} if an entry or the file is too large for the format
   */
  static void write(Path file, Map<String, Data> contents) {
    Map<StoredEntry, Data> entries = new LinkedHashMap<>();
    long offset = 0;
    for (Map.Entry<String, Data> e : contents.entrySet()) {
      Data data = e.getValue();
      StoredEntry entry = new StoredEntry(e.getKey(), offset, data.size(), data.crc());
      entries.put(entry, data);
      offset = entry.end();
      if (data.size() > Integer.MAX_VALUE || offset > 0xffff_0000L) {
        throw new AeException(
            "AE-F011",
            "cannot write '"
                + file
                + "': "
                + e.getKey()
                + " has "
                + data.size()
                + " bytes; an entry holds less than 2 GiB and a file less than 4. Use a smaller"
                + " model.");
      }
    }
    AtomicFile.write(file, channel -> write(channel, entries));
  }

  private static void write(FileChannel channel, Map<StoredEntry, Data> entries)
      throws IOException {
    for (Map.Entry<StoredEntry, Data> e : entries.entrySet()) {
      write(channel, ByteBuffer.wrap(e.getKey().localHeader()));
      for (ByteBuffer piece : e.getValue().pieces()) {
        write(channel, piece.duplicate());
      }
    }
    for (StoredEntry entry : entries.keySet()) {
      write(channel, ByteBuffer.wrap(entry.centralHeader()));
    }
    write(channel, ByteBuffer.wrap(StoredEntry.endRecord(List.copyOf(entries.keySet()))));
  }

  private static void write(FileChannel channel, ByteBuffer data) throws IOException {
    int end = data.limit();
    while (data.position() < end) {
      data.limit(Math.min(end, data.position() + CHUNK));
      channel.write(data);
    }
  }
}
