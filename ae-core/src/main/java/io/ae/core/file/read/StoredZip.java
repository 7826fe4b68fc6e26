package io.ae.core.file.read;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/** A zip of stored entries, each header compared with the one it must have. */
final class StoredZip implements AutoCloseable {
  /** The runtime keeps native memory as large as the largest single read. */
  private static final int CHUNK = 1 << 16;

  private static final int MOST_ENTRIES = 16;
  private static final int LONGEST_DIRECTORY = 4096;

  private final FileChannel channel;
  private final Damage damage;
  private final Map<String, StoredEntry> entries = new LinkedHashMap<>();

  /**
   * Opens a file and checks its structure; no data is read yet.
   *
   * @throws io.ae.api.AeException {@code AE-F001} if it cannot be read, {@code AE-F002} if it is no
   *     model file or cut off, {@code AE-F003} if a header has changed, {@code AE-F007} if an entry
   *     is compressed
   */
  StoredZip(Path file, Damage damage) {
    this.damage = damage;
    if (Files.isDirectory(file)) {
      throw damage.noModel("it is a folder");
    }
    try {
      channel = FileChannel.open(file, StandardOpenOption.READ);
    } catch (IOException e) {
      throw damage.unreadable(e);
    }
    try {
      readDirectory();
    } catch (IOException e) {
      close();
      throw damage.unreadable(e);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  Map<String, StoredEntry> entries() {
    return entries;
  }

  /** Reads an entry whole, after its size was compared with what is known of it. */
  ByteBuffer read(String name) {
    StoredEntry entry = entries.get(name);
    if (entry == null) {
      throw damage.content("it holds no " + name);
    }
    try {
      ByteBuffer data = bytes(entry.dataOffset(), Math.toIntExact(entry.size()));
      CRC32 crc = new CRC32();
      crc.update(data.duplicate());
      if ((int) crc.getValue() != entry.crc()) {
        throw damage.changed(name, "its checksum differs");
      }
      return data;
    } catch (IOException e) {
      throw damage.unreadable(e);
    }
  }

  private void readDirectory() throws IOException {
    long size = channel.size();
    if (size < 4 || bytes(0, 4).getInt() != StoredEntry.LOCAL_SIGNATURE) {
      throw damage.noModel(size == 0 ? "it is empty" : "it does not begin like one");
    }
    if (size < StoredEntry.END) {
      throw damage.truncated("it has " + size + " bytes");
    }
    ByteBuffer end = bytes(size - StoredEntry.END, StoredEntry.END);
    if (end.getInt(0) != StoredEntry.END_SIGNATURE) {
      throw damage.truncated("its directory is not at the end");
    }
    int count = Short.toUnsignedInt(end.getShort(8));
    long length = Integer.toUnsignedLong(end.getInt(12));
    long start = Integer.toUnsignedLong(end.getInt(16));
    if (count > MOST_ENTRIES || length > LONGEST_DIRECTORY) {
      throw damage.noModel("it has " + count + " entries");
    }
    if (start + length + StoredEntry.END != size) {
      throw damage.truncated("its directory does not begin where it says");
    }
    ByteBuffer directory = bytes(start, (int) length);
    List<StoredEntry> found = new ArrayList<>();
    long offset = 0;
    for (int i = 0; i < count; i++) {
      StoredEntry entry = entry(directory, offset);
      compare(entry.name(), bytes(entry.offset(), entry.localHeader().length), entry.localHeader());
      offset = entry.end();
      found.add(entry);
    }
    if (offset != start || directory.hasRemaining()) {
      throw damage.truncated("there is something between its entries and its directory");
    }
    compare("the directory", end, StoredEntry.endRecord(found));
  }

  private StoredEntry entry(ByteBuffer directory, long offset) throws IOException {
    int at = directory.position();
    if (directory.remaining() < StoredEntry.CENTRAL
        || directory.getInt(at) != StoredEntry.CENTRAL_SIGNATURE) {
      throw damage.truncated("its directory is not readable");
    }
    int nameLength = Short.toUnsignedInt(directory.getShort(at + 28));
    if (directory.remaining() < StoredEntry.CENTRAL + nameLength) {
      throw damage.truncated("its directory is not readable");
    }
    byte[] header = new byte[StoredEntry.CENTRAL + nameLength];
    directory.get(header);
    String name = new String(header, StoredEntry.CENTRAL, nameLength, StandardCharsets.UTF_8);
    if (directory.getShort(at + 10) != 0) {
      long unpacked = Integer.toUnsignedLong(directory.getInt(at + 24));
      throw damage.unpacks(
          "'" + name + "' is compressed and would unpack to " + unpacked + " bytes");
    }
    long size = Integer.toUnsignedLong(directory.getInt(at + 24));
    StoredEntry entry = new StoredEntry(name, offset, size, directory.getInt(at + 16));
    if (size > Integer.MAX_VALUE || entry.end() > channel.size()) {
      throw damage.truncated("'" + name + "' would have " + size + " bytes, more than the file");
    }
    compare(name, ByteBuffer.wrap(header), entry.centralHeader());
    if (entries.put(name, entry) != null) {
      throw damage.content("it holds " + name + " twice");
    }
    return entry;
  }

  private void compare(String name, ByteBuffer found, byte[] wanted) {
    byte[] bytes = new byte[found.remaining()];
    found.duplicate().get(bytes);
    if (!Arrays.equals(bytes, wanted)) {
      throw damage.changed(name, "its header differs");
    }
  }

  private ByteBuffer bytes(long from, int length) throws IOException {
    if (from < 0 || from + length > channel.size()) {
      throw damage.truncated("it ends at " + channel.size() + " bytes");
    }
    ByteBuffer data = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (data.position() < length) {
      data.limit(Math.min(length, data.position() + CHUNK));
      int n = channel.read(data, from + data.position());
      if (n < 0) {
        throw new EOFException("it became shorter while it was read");
      }
    }
    return data.flip();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw damage.unreadable(e);
    }
  }
}
