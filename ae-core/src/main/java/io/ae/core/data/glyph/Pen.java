package io.ae.core.data.glyph;

import java.util.Arrays;

/** A round pen that inks a grey picture with soft edges. Used by one thread. */
final class Pen {
  /** Height and width of a picture in pixels. */
  static final int SIZE = 28;

  /** Width in pixels over which the ink fades out. */
  private static final double EDGE = 1.3;

  /** Least signed distance of each pixel's centre to the inked area, negative inside. */
  private final double[] distance = new double[SIZE * SIZE];

  /** Starts on white paper. */
  void clear() {
    Arrays.fill(distance, Double.MAX_VALUE);
  }

  /**
   * Inks a polyline in pixels; its width runs evenly from one end to the other.
   *
   * @param from radius at the first point
   * @param to radius at the last point
   */
  void draw(double[] line, double from, double to) {
    int segments = line.length / 2 - 1;
    for (int k = 0; k < segments; k++) {
      double radius = from + (to - from) * k / segments;
      segment(line[2 * k], line[2 * k + 1], line[2 * k + 2], line[2 * k + 3], radius);
    }
  }

  private void segment(double ax, double ay, double bx, double by, double radius) {
    double reach = radius + EDGE / 2;
    int left = pixel(Math.min(ax, bx) - reach);
    int right = pixel(Math.max(ax, bx) + reach);
    int bottom = pixel(Math.max(ay, by) + reach);
    double dx = bx - ax;
    double dy = by - ay;
    double length = Math.max(dx * dx + dy * dy, Double.MIN_NORMAL);
    for (int y = pixel(Math.min(ay, by) - reach); y <= bottom; y++) {
      double py = y + .5 - ay;
      for (int x = left; x <= right; x++) {
        double px = x + .5 - ax;
        double t = (px * dx + py * dy) / length;
        t = t < 0 ? 0 : t > 1 ? 1 : t;
        double ex = px - t * dx;
        double ey = py - t * dy;
        double d = Math.sqrt(ex * ex + ey * ey) - radius;
        if (d < distance[y * SIZE + x]) {
          distance[y * SIZE + x] = d;
        }
      }
    }
  }

  private static int pixel(double at) {
    return (int) Math.max(0, Math.min(SIZE - 1, at));
  }

  /**
   * Reads the picture.
   *
   * @param ink grey value in the middle of a line, at most 255
   * @param into row-major, {@code [SIZE, SIZE]}, 0 for paper … 255 for ink
   */
  void read(double ink, byte[] into) {
    for (int i = 0; i < into.length; i++) {
      double cover = Math.max(0, Math.min(1, .5 - distance[i] / EDGE));
      into[i] = (byte) (int) (ink * cover + .5);
    }
  }
}
