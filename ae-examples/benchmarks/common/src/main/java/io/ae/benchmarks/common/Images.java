package io.ae.benchmarks.common;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Images in file order, kept as the bytes they are stored as, so that reading weighs little beside
 * what is measured.
 */
public final class Images {
  private final byte[] pixels;
  private final byte[] labels;
  private final int width;

  Images(byte[] pixels, byte[] labels, int width) {
    this.pixels = pixels;
    this.labels = labels;
    this.width = width;
  }

  /**
   * Reads the training images.
   *
   * @param folder MNIST's {@code .gz} files; or CIFAR-10's {@code data_batch_1..5.bin}, or a {@code
   *     .tar.gz} with them
   * @throws IOException if a file is missing or not what its name says
   */
  public static Images read(Data data, Path folder) throws IOException {
    return switch (data) {
      case MNIST -> Idx.read(folder, "train");
      case CIFAR -> Cifar.read(folder);
    };
  }

  /** Reads MNIST's 10,000 test images. */
  public static Images readTest(Path folder) throws IOException {
    return Idx.read(folder, "t10k");
  }

  /** Returns the number of images. */
  public int count() {
    return labels.length;
  }

  /** Returns the values of an image. */
  public int width() {
    return width;
  }

  /**
   * Puts batch {@code k} into {@code rows}: images {@code k · size} and on, past the last again
   * from the first, as values in [0, 1].
   *
   * @param rows takes {@code size × width} values, row-major
   */
  public void batch(long k, int size, float[] rows) {
    for (int i = 0; i < size; i++) {
      int from = index(k, size, i) * width;
      int to = i * width;
      for (int j = 0; j < width; j++) {
        rows[to + j] = (pixels[from + j] & 0xFF) / 255f;
      }
    }
  }

  /** Puts the classes of batch {@code k} into {@code classes}. */
  public void labels(long k, int size, int[] classes) {
    for (int i = 0; i < size; i++) {
      classes[i] = labels[index(k, size, i)];
    }
  }

  private int index(long k, int size, int i) {
    return (int) ((k * size + i) % count());
  }
}
