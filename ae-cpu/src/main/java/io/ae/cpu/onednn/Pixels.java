package io.ae.cpu.onednn;

import io.ae.api.graph.Window;
import io.ae.cpu.onednn.Convolution.Sizes;

/**
 * Some of the {@code s × s} pixels of a stride, and the plain convolution of the positions that
 * computes them: of position {@code i}, the pixels at {@code s·i + a}, as so many channels.
 *
 * <p>Pixel {@code a} takes position {@code i + d} by row {@code a + top - s·d} of the window. The
 * rows of all pixels make a window over positions; where one has no such row, its weight is 0.
 *
 * @param sizes of the strided convolution
 * @param fromY first row of the pixels
 * @param toY end of the rows
 * @param fromX first column of the pixels
 * @param toX end of the columns
 */
record Pixels(Sizes sizes, int fromY, int toY, int fromX, int toX) {
  /** Returns all pixels of a stride. */
  static Pixels all(Sizes sizes) {
    Window w = sizes.window();
    return new Pixels(sizes, 0, w.strideY(), 0, w.strideX());
  }

  /** Returns one pixel of a stride. */
  static Pixels one(Sizes sizes, int y, int x) {
    return new Pixels(sizes, y, y + 1, x, x + 1);
  }

  /**
   * Returns whether the planes are whole strides, and all that the pixels take are positions and
   * what lies beyond the edges.
   */
  boolean fit() {
    Window w = sizes.window();
    return sizes.y() % w.strideY() == 0
        && sizes.x() % w.strideX() == 0
        && top() >= 0
        && left() >= 0
        && bottom() >= 0
        && right() >= 0;
  }

  int rows() {
    return toY - fromY;
  }

  int columns() {
    return toX - fromX;
  }

  /** Returns the plain convolution; its channels are {@code [rows, columns, C]}. */
  Sizes plain() {
    Window w = sizes.window();
    int y = w.positionsY(sizes.y());
    int x = w.positionsX(sizes.x());
    Window window = new Window(height(), width(), 1, 1, top(), left(), bottom(), right());
    return new Sizes(
        sizes.images(), sizes.outputs(), y, x, rows() * columns() * sizes.channels(), window);
  }

  /**
   * Returns for each of the plain convolution's weights, {@code [O, rows · columns · C, y, x]},
   * which of the strided one's {@code [O, C, kY, kX]} it is, −1 where it is 0.
   */
  int[] sources() {
    int[] sources = new int[plain().weights()];
    int at = 0;
    for (int o = 0; o < sizes.outputs(); o++) {
      for (int a = fromY; a < toY; a++) {
        for (int b = fromX; b < toX; b++) {
          for (int c = 0; c < sizes.channels(); c++) {
            at = window(o * sizes.channels() + c, a, b, sources, at);
          }
        }
      }
    }
    return sources;
  }

  private int window(int plane, int a, int b, int[] sources, int from) {
    Window w = sizes.window();
    int at = from;
    for (int i = 0; i < height(); i++) {
      int ky = a + w.top() - w.strideY() * (i - top());
      for (int j = 0; j < width(); j++) {
        int kx = b + w.left() - w.strideX() * (j - left());
        boolean within = ky >= 0 && ky < w.y() && kx >= 0 && kx < w.x();
        sources[at++] = within ? (plane * w.y() + ky) * w.x() + kx : -1;
      }
    }
    return at;
  }

  private int top() {
    Window w = sizes.window();
    return before(fromY + w.top(), w.y(), w.strideY());
  }

  private int left() {
    Window w = sizes.window();
    return before(fromX + w.left(), w.x(), w.strideX());
  }

  private int height() {
    Window w = sizes.window();
    return top() + (toY - 1 + w.top()) / w.strideY() + 1;
  }

  private int width() {
    Window w = sizes.window();
    return left() + (toX - 1 + w.left()) / w.strideX() + 1;
  }

  private int bottom() {
    Window w = sizes.window();
    return sizes.y() / w.strideY() - w.positionsY(sizes.y()) - top() + height() - 1;
  }

  private int right() {
    Window w = sizes.window();
    return sizes.x() / w.strideX() - w.positionsX(sizes.x()) - left() + width() - 1;
  }

  /** Returns how many positions before its own a pixel takes, at this place in its window. */
  private static int before(int place, int window, int stride) {
    return Math.floorDiv(window - 1 - place, stride);
  }
}
