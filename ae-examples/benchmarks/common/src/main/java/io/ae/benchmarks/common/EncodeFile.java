package io.ae.benchmarks.common;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** From a gzipped file of images to a NumPy file of codes, one batch after another. */
final class EncodeFile {
  /** Format 1.0: magic, version, length of the head, a head padded so that data are aligned. */
  private static final int NPY_HEAD = 128;

  private EncodeFile() {}

  static void run(Encoding encoding, WorkItem item, Path images, Path codes) throws IOException {
    try (DataInputStream in = Idx.open(images);
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(codes), 1 << 16)) {
      int count = Idx.images(in);
      int width = Idx.width(in);
      out.write(head(count, item.codeWidth()));
      byte[] pixels = new byte[item.batch() * width];
      float[] rows = new float[item.batch() * width];
      float[] code = new float[item.batch() * item.codeWidth()];
      ByteBuffer bytes =
          ByteBuffer.allocate(code.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      for (int done = 0; done < count; done += item.batch()) {
        int n = Math.min(item.batch(), count - done);
        in.readFully(pixels, 0, n * width);
        for (int i = 0; i < n * width; i++) {
          rows[i] = (pixels[i] & 0xFF) / 255f;
        }
        encoding.encode(rows, n, code);
        bytes.asFloatBuffer().put(code, 0, n * item.codeWidth());
        out.write(bytes.array(), 0, n * item.codeWidth() * Float.BYTES);
      }
    }
  }

  private static byte[] head(int rows, int columns) {
    String text =
        "{'descr': '<f4', 'fortran_order': False, 'shape': (%d, %d), }".formatted(rows, columns);
    ByteBuffer head = ByteBuffer.allocate(NPY_HEAD).order(ByteOrder.LITTLE_ENDIAN);
    head.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
    head.put((byte) 1).put((byte) 0).putShort((short) (NPY_HEAD - 10));
    head.put(text.getBytes(StandardCharsets.US_ASCII));
    while (head.remaining() > 1) {
      head.put((byte) ' ');
    }
    return head.put((byte) '\n').array();
  }
}
