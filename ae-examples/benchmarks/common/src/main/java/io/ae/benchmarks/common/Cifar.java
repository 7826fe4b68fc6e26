package io.ae.benchmarks.common;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** CIFAR-10's binary batches, loose or in a gzipped tar archive (Krizhevsky, 2009). */
final class Cifar {
  private static final int BATCHES = 5;
  private static final int ROWS = 10_000;
  private static final int BLOCK = 512;
  private static final int BUFFER = 1 << 16;

  private final byte[] pixels = new byte[BATCHES * ROWS * Data.CIFAR.width()];
  private final byte[] labels = new byte[BATCHES * ROWS];

  private Cifar() {}

  static Images read(Path folder) throws IOException {
    Cifar images = new Cifar();
    if (Files.exists(folder.resolve("data_batch_1.bin"))) {
      for (int k = 0; k < BATCHES; k++) {
        Path file = folder.resolve("data_batch_" + (k + 1) + ".bin");
        try (DataInputStream in =
            new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
          images.batch(k, in);
        }
      }
    } else {
      images.unpack(archive(folder));
    }
    return new Images(images.pixels, images.labels, Data.CIFAR.width());
  }

  private static Path archive(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found = files.filter(f -> f.toString().endsWith(".tar.gz")).toList();
      if (found.size() != 1) {
        throw new IOException(
            folder + " must hold data_batch_1..5.bin or one .tar.gz, found " + found.size());
      }
      return found.get(0);
    }
  }

  private void unpack(Path file) throws IOException {
    int found = 0;
    byte[] head = new byte[BLOCK];
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(
                new GZIPInputStream(Files.newInputStream(file), BUFFER), BUFFER))) {
      while (found < BATCHES) {
        in.readFully(head);
        String name = new String(head, 0, 100, StandardCharsets.US_ASCII).trim();
        String octal = new String(head, 124, 12, StandardCharsets.US_ASCII).trim();
        long size = octal.isEmpty() ? 0 : Long.parseLong(octal, 8);
        int at = name.indexOf("data_batch_");
        long left = (size + BLOCK - 1) / BLOCK * BLOCK;
        if (at >= 0 && name.endsWith(".bin")) {
          batch(name.charAt(at + "data_batch_".length()) - '1', in);
          left -= size;
          found++;
        }
        in.skipNBytes(left);
      }
    } catch (EOFException e) {
      throw new IOException(file + " ends after " + found + " of the 5 training batches", e);
    }
  }

  private void batch(int k, DataInputStream in) throws IOException {
    int width = Data.CIFAR.width();
    for (int i = k * ROWS; i < (k + 1) * ROWS; i++) {
      labels[i] = in.readByte();
      in.readFully(pixels, i * width, width);
    }
  }
}
