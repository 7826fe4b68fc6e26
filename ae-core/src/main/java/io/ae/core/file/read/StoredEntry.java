package io.ae.core.file.read;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One entry of a model file's zip. Entries are stored, never compressed, and every header byte
 * follows from name, size, checksum and offset: the reader compares headers as a whole, so that no
 * bit of the file can change unseen, and a file cannot unpack to more than it is.
 *
 * <p>PKWARE, "APPNOTE.TXT: .ZIP file format specification", 4.3.
 *
 * @param name of the entry
 * @param offset where its local header begins in the file
 * @param size of its data in bytes, below 2³¹
 * @param crc CRC-32 of its data
 */
public record StoredEntry(String name, long offset, long size, int crc) {
  /** Bytes of a local header before the name. */
  public static final int LOCAL = 30;

  /** Bytes of a header in the directory before the name. */
  public static final int CENTRAL = 46;

  /** Bytes of the record at the end of the file. */
  public static final int END = 22;

  /** First bytes of a zip, as a little-endian number. */
  static final int LOCAL_SIGNATURE = 0x04034b50;

  static final int CENTRAL_SIGNATURE = 0x02014b50;
  static final int END_SIGNATURE = 0x06054b50;

  private static final short VERSION = 10;
  private static final short UTF8 = 0x0800;
  private static final short STORED = 0;

  /** 1 January 1980: a file does not depend on when it was written. */
  private static final int DATE = 0x0021_0000;

  /** Returns the header before the data. */
  public byte[] localHeader() {
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    ByteBuffer b = little(LOCAL + text.length);
    b.putInt(LOCAL_SIGNATURE);
    common(b, text).putShort((short) 0).put(text);
    return b.array();
  }

  /** Returns the header in the directory at the end of the file. */
  public byte[] centralHeader() {
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    ByteBuffer b = little(CENTRAL + text.length);
    b.putInt(CENTRAL_SIGNATURE).putShort(VERSION);
    common(b, text).putShort((short) 0).putShort((short) 0).putShort((short) 0);
    b.putShort((short) 0).putInt(0).putInt((int) offset).put(text);
    return b.array();
  }

  /** Returns where the data begins. */
  public long dataOffset() {
    return offset + LOCAL + name.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Returns the first byte after the data. */
  public long end() {
    return dataOffset() + size;
  }

  /** Returns the record that ends the file. */
  public static byte[] endRecord(List<StoredEntry> entries) {
    long start = entries.isEmpty() ? 0 : entries.get(entries.size() - 1).end();
    int length = entries.stream().mapToInt(e -> e.centralHeader().length).sum();
    ByteBuffer b = little(END);
    b.putInt(END_SIGNATURE).putShort((short) 0).putShort((short) 0);
    b.putShort((short) entries.size()).putShort((short) entries.size());
    b.putInt(length).putInt((int) start).putShort((short) 0);
    return b.array();
  }

  private ByteBuffer common(ByteBuffer b, byte[] text) {
    b.putShort(VERSION).putShort(UTF8).putShort(STORED).putInt(DATE).putInt(crc);
    return b.putInt((int) size).putInt((int) size).putShort((short) text.length);
  }

  private static ByteBuffer little(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }
}
