package io.ae.examples;

import io.ae.api.data.DataSpec;

/**
 * A small move of a picture: a shift, or a turn about its middle.
 *
 * @param name what it is called
 * @param right pixels
 * @param down pixels
 * @param turn radians
 */
record Motion(String name, double right, double down, double turn) {
  /** Returns the picture moved by a share of this; pixels from outside are 0, others bilinear. */
  float[] of(DataSpec spec, float[] row, double share) {
    int height = spec.row().dim(1);
    int width = spec.row().dim(2);
    double middleY = (height - 1) / 2.0;
    double middleX = (width - 1) / 2.0;
    double cos = Math.cos(share * turn);
    double sin = Math.sin(share * turn);
    float[] moved = new float[row.length];
    for (int i = 0; i < row.length; i++) {
      double y = i / width % height - middleY - share * down;
      double x = i % width - middleX - share * right;
      int plane = i - i % (height * width);
      moved[i] =
          sample(
              row, plane, height, width, middleY + cos * y - sin * x, middleX + sin * y + cos * x);
    }
    return moved;
  }

  /** Returns the direction in which the picture begins to move, of length 1. */
  float[] tangent(DataSpec spec, float[] row) {
    float[] ahead = of(spec, row, .5);
    float[] behind = of(spec, row, -.5);
    for (int i = 0; i < ahead.length; i++) {
      ahead[i] -= behind[i];
    }
    return unit(ahead);
  }

  /** Scales a vector to length 1, in place; 0 stays 0. */
  static float[] unit(float[] v) {
    double square = 0;
    for (float value : v) {
      square += value * value;
    }
    for (int i = 0; i < v.length && square > 0; i++) {
      v[i] /= (float) Math.sqrt(square);
    }
    return v;
  }

  private static float sample(
      float[] row, int plane, int height, int width, double atY, double atX) {
    int y = (int) Math.floor(atY);
    int x = (int) Math.floor(atX);
    double value = 0;
    for (int dy = 0; dy < 2; dy++) {
      for (int dx = 0; dx < 2; dx++) {
        if (y + dy >= 0 && y + dy < height && x + dx >= 0 && x + dx < width) {
          double weight = (1 - Math.abs(atY - y - dy)) * (1 - Math.abs(atX - x - dx));
          value += weight * row[plane + (y + dy) * width + x + dx];
        }
      }
    }
    return (float) value;
  }
}
