package io.ae.core.data.image;

/** A picture as planes of numbers, {@code [C, Y, X]}. */
final class Planes {
  private final int channels;
  private final int height;
  private final int width;
  private final float[] values;

  Planes(int channels, int height, int width) {
    this.channels = channels;
    this.height = height;
    this.width = width;
    this.values = new float[Math.multiplyExact(Math.multiplyExact(channels, height), width)];
  }

  int height() {
    return height;
  }

  int width() {
    return width;
  }

  float[] values() {
    return values;
  }

  void set(int c, int y, int x, float value) {
    values[(c * height + y) * width + x] = value;
  }

  /**
   * Returns the picture in another size: each new pixel is the mean of the area it covers, so that
   * nothing is skipped when a picture shrinks.
   */
  Planes resized(int newHeight, int newWidth) {
    if (newHeight == height && newWidth == width) {
      return this;
    }
    Planes wide = new Planes(channels, height, newWidth);
    double step = (double) width / newWidth;
    for (int line = 0; line < channels * height; line++) {
      for (int x = 0; x < newWidth; x++) {
        wide.values[line * newWidth + x] = mean(values, line * width, 1, x * step, step, width);
      }
    }
    Planes small = new Planes(channels, newHeight, newWidth);
    step = (double) height / newHeight;
    for (int c = 0; c < channels; c++) {
      for (int x = 0; x < newWidth; x++) {
        for (int y = 0; y < newHeight; y++) {
          int top = c * height * newWidth + x;
          small.set(c, y, x, mean(wide.values, top, newWidth, y * step, step, height));
        }
      }
    }
    return small;
  }

  /** Returns the mean of a line of pixels over [from, from + length). */
  private static float mean(
      float[] line, int start, int stride, double from, double length, int size) {
    double sum = 0;
    double weight = 0;
    int last = Math.min(size - 1, (int) Math.ceil(from + length) - 1);
    for (int i = (int) from; i <= last; i++) {
      double share = Math.min(i + 1, from + length) - Math.max(i, from);
      sum += share * line[start + i * stride];
      weight += share;
    }
    return (float) (sum / weight);
  }
}
