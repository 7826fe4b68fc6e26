package io.ae.core.backend.kernel;

import io.ae.api.graph.Shape;
import io.ae.api.graph.Window;

/**
 * The windows over one row's planes {@code [C, Y, X]} as columns {@code [C·kY·kX, Y'·X']}: each tap
 * of the kernel a row, each position a column, zeros for the padding.
 */
final class Windows {
  private final Window window;
  private final int inChannels;
  private final int height;
  private final int width;
  private final int outChannels;
  private final int outHeight;
  private final int outWidth;

  /**
   * @param planes {@code […, C, Y, X]}
   * @param positions {@code […, O, Y', X']}
   */
  Windows(Window window, Shape planes, Shape positions) {
    this.window = window;
    inChannels = planes.dim(-3);
    height = planes.dim(-2);
    width = planes.dim(-1);
    outChannels = positions.dim(-3);
    outHeight = positions.dim(-2);
    outWidth = positions.dim(-1);
  }

  /** Returns elements of one row's planes; 1 where they are empty, so that it divides. */
  int plane() {
    return Math.max(1, inChannels * height * width);
  }

  /** Returns C·kY·kX. */
  int taps() {
    return inChannels * window.y() * window.x();
  }

  /** Returns Y'·X'. */
  int positions() {
    return outHeight * outWidth;
  }

  /** Returns O. */
  int channels() {
    return outChannels;
  }

  /** Lays planes that start at an element out as columns. */
  void unfold(Tensor x, int at, Tensor columns) {
    walk(x, at, columns, false);
  }

  /** Adds columns back to where they came from. */
  void fold(Tensor columns, Tensor x, int at) {
    walk(x, at, columns, true);
  }

  private void walk(Tensor x, int at, Tensor columns, boolean back) {
    int to = 0;
    for (int c = 0; c < inChannels; c++) {
      for (int ky = 0; ky < window.y(); ky++) {
        for (int kx = 0; kx < window.x(); kx++) {
          for (int i = 0; i < outHeight; i++, to += outWidth) {
            int row = i * window.strideY() + ky - window.top();
            boolean inside = row >= 0 && row < height;
            int from = inside ? at + (c * height + row) * width : -1;
            line(x, from, kx - window.left(), columns, to, back);
          }
        }
      }
    }
  }

  /** One line of positions beside one line of the plane; {@code from} is −1 in the padding. */
  private void line(Tensor x, int from, int shift, Tensor columns, int to, boolean back) {
    for (int j = 0; j < outWidth; j++) {
      int column = j * window.strideX() + shift;
      boolean inside = from >= 0 && column >= 0 && column < width;
      if (!back) {
        columns.set(to + j, inside ? x.get(from + column) : 0);
      } else if (inside) {
        x.set(from + column, x.get(from + column) + columns.get(to + j));
      }
    }
  }
}
