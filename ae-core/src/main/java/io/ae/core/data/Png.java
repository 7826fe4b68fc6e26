package io.ae.core.data;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Pictures as PNG files (W3C, "Portable Network Graphics", 2nd edition), 8 bits a channel. */
public final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  private Png() {}

  /**
   * Returns the bytes of a PNG file.
   *
   * @param channels 1 for grey, 3 for red, green, blue
   * @param pixels row-major, channels innermost, {@code [height, width, channels]}
   */
  public static byte[] encode(int width, int height, int channels, byte[] pixels) {
    int stride = Math.multiplyExact(width, channels);
    if ((channels != 1 && channels != 3) || pixels.length != (long) stride * height) {
      throw new IllegalArgumentException(
          pixels.length + " bytes are no " + width + "×" + height + " picture of " + channels);
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(SIGNATURE);
    byte colour = (byte) (channels == 1 ? 0 : 2);
    chunk(
        file,
        "IHDR",
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put(new byte[] {8, colour, 0, 0, 0})
            .array());
    chunk(file, "IDAT", compressed(pixels, stride, height));
    chunk(file, "IEND", new byte[0]);
    return file.toByteArray();
  }

  private static byte[] compressed(byte[] pixels, int stride, int height) {
    byte[] filtered = new byte[(stride + 1) * height];
    for (int y = 0; y < height; y++) {
      // Each line begins with the number of its filter, 0: as it is.
      System.arraycopy(pixels, y * stride, filtered, y * (stride + 1) + 1, stride);
    }
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    deflater.setInput(filtered);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream file, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(data);
    file.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    file.writeBytes(name);
    file.writeBytes(data);
    file.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }
}
