package io.ae.api.graph;

/**
 * A window that slides over planes {@code [Y, X]}: convolution kernels and pooling.
 *
 * @param y height
 * @param x width
 * @param strideY rows between two positions, at least 1
 * @param strideX columns between two positions, at least 1
 * @param top zero rows added above (pooling ignores them)
 * @param left zero columns added on the left
 * @param bottom zero rows added below
 * @param right zero columns added on the right
 */
public record Window(
    int y, int x, int strideY, int strideX, int top, int left, int bottom, int right) {
  public Window {
    if (y < 1
        || x < 1
        || strideY < 1
        || strideX < 1
        || top < 0
        || left < 0
        || bottom < 0
        || right < 0) {
      throw new ShapeException(
          "window "
              + y
              + "×"
              + x
              + " stride "
              + strideY
              + "×"
              + strideX
              + " padding "
              + top
              + ", "
              + left
              + ", "
              + bottom
              + ", "
              + right
              + ": sizes and strides from 1, padding from 0");
    }
  }

  /** Returns a square window that moves by its own size: no overlap, no padding. */
  public static Window tiles(int size) {
    return new Window(size, size, size, size, 0, 0, 0, 0);
  }

  /** Returns a square window with the same stride and padding in all directions. */
  public static Window square(int size, int stride, int padding) {
    return new Window(size, size, stride, stride, padding, padding, padding, padding);
  }

  /** Returns the number of positions in a plane of this height, rounded down. */
  public int positionsY(int height) {
    return (height + top + bottom - y) / strideY + 1;
  }

  /** Returns the number of positions in a plane of this width, rounded down. */
  public int positionsX(int width) {
    return (width + left + right - x) / strideX + 1;
  }
}
