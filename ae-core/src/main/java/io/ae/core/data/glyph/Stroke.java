package io.ae.core.data.glyph;

/**
 * A line of the pen through some points.
 *
 * @param smooth whether the line bends through the points rather than turning at them
 * @param points {@code x0, y0, x1, y1, …}, in a unit box, y pointing down
 */
record Stroke(boolean smooth, double... points) {
  private static final int STEPS = 5;

  static Stroke curve(double... points) {
    return new Stroke(true, points);
  }

  static Stroke line(double... points) {
    return new Stroke(false, points);
  }

  /** Returns a polyline close to the line, by uniform Catmull-Rom splines where it is smooth. */
  double[] polyline() {
    int n = points.length / 2;
    if (!smooth) {
      return points;
    }
    double[] line = new double[2 * ((n - 1) * STEPS + 1)];
    for (int k = 0; k < n - 1; k++) {
      for (int s = 0; s < STEPS; s++) {
        double t = (double) s / STEPS;
        for (int axis = 0; axis < 2; axis++) {
          line[2 * (k * STEPS + s) + axis] =
              spline(
                  points[2 * Math.max(k - 1, 0) + axis],
                  points[2 * k + axis],
                  points[2 * (k + 1) + axis],
                  points[2 * Math.min(k + 2, n - 1) + axis],
                  t);
        }
      }
    }
    line[line.length - 2] = points[2 * n - 2];
    line[line.length - 1] = points[2 * n - 1];
    return line;
  }

  private static double spline(double a, double b, double c, double d, double t) {
    return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
  }
}
