package io.ae.core.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Rows as an array of single precision. The head is written last: it says how many rows there are.
 *
 * <p>R. Kern, "A simple file format for NumPy arrays", NEP 1, 2007; version 1.0.
 */
final class NpyRows implements RowSink {
  /** Any two sizes fit; values begin at a multiple of 64 bytes. */
  private static final int HEAD = 128;

  /** Bytes before the head's text. */
  private static final int PREAMBLE = 10;

  /** Bytes that are written at once. */
  private static final int BLOCK = 1 << 15;

  private final FileChannel channel;
  private final int width;
  private final ByteBuffer block = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);
  private final FloatBuffer floats = block.asFloatBuffer();
  private long rows;

  /**
   * @param channel at the start of an empty file
   */
  NpyRows(FileChannel channel, int width) throws IOException {
    this.channel = channel.position(HEAD);
    this.width = width;
  }

  @Override
  public void add(List<String> ids, float[] values, int count) {
    int end = Math.multiplyExact(count, width);
    try {
      for (int at = 0; at < end; at += floats.capacity()) {
        int n = Math.min(floats.capacity(), end - at);
        floats.clear().put(values, at, n);
        write(block.clear().limit(Float.BYTES * n));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    rows += count;
  }

  /** Writes the head; no rows come after it. */
  void finish() throws IOException {
    String text =
        "{'descr': '<f4', 'fortran_order': False, 'shape': (" + rows + ", " + width + "), }";
    ByteBuffer head = block.clear().limit(HEAD);
    head.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    head.putShort((short) (HEAD - PREAMBLE)).put(text.getBytes(StandardCharsets.US_ASCII));
    while (head.remaining() > 1) {
      head.put((byte) ' ');
    }
    channel.position(0);
    write(head.put((byte) '\n').flip());
  }

  private void write(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
