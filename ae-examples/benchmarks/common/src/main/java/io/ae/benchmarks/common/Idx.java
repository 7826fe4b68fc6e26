package io.ae.benchmarks.common;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** MNIST's file format: a big-endian head, then unsigned bytes (LeCun, Cortes and Burges, 1998). */
final class Idx {
  private static final int IMAGES = 0x803;
  private static final int LABELS = 0x801;
  private static final int BUFFER = 1 << 16;

  private Idx() {}

  static Images read(Path folder, String part) throws IOException {
    byte[] labels;
    try (DataInputStream in = open(folder.resolve(part + "-labels-idx1-ubyte.gz"))) {
      labels = new byte[count(in, LABELS)];
      in.readFully(labels);
    }
    try (DataInputStream in = open(folder.resolve(part + "-images-idx3-ubyte.gz"))) {
      int count = count(in, IMAGES);
      int width = width(in);
      if (count != labels.length) {
        throw new IOException(folder + " holds " + count + " images, labels " + labels.length);
      }
      byte[] pixels = new byte[Math.multiplyExact(count, width)];
      in.readFully(pixels);
      return new Images(pixels, labels, width);
    }
  }

  static DataInputStream open(Path file) throws IOException {
    return new DataInputStream(
        new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file), BUFFER), BUFFER));
  }

  /** Reads the head of a file of images as far as their number. */
  static int images(DataInputStream in) throws IOException {
    return count(in, IMAGES);
  }

  /** Reads the rest of that head: rows and columns of an image. */
  static int width(DataInputStream in) throws IOException {
    return Math.multiplyExact(in.readInt(), in.readInt());
  }

  private static int count(DataInputStream in, int expected) throws IOException {
    int magic = in.readInt();
    if (magic != expected) {
      throw new IOException("an IDX file begins with %x, found %x".formatted(expected, magic));
    }
    return in.readInt();
  }
}
