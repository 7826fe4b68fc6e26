package io.ae.cpu.kernel;

import io.ae.api.graph.Window;
import java.util.Arrays;

/** Loops over planes; a unit is one image {@code [Y, X, C]}, or one plane {@code [Y, X]}. */
public final class Planes {
  private Planes() {}

  /**
   * Where the largest of each window lies in its plane.
   *
   * @param x images {@code [Y, X, C]}
   */
  public static UnitStep.Kernel poolSwitches(
      Window w, int height, int width, int channels, Operand x, Operand y) {
    int outY = w.positionsY(height);
    int outX = w.positionsX(width);
    return units -> {
      int to = 0;
      for (int u = 0; u < units; u++) {
        int image = u * height * width * channels;
        for (int p = 0; p < outY * outX; p++) {
          int top = p / outX * w.strideY() - w.top();
          int left = p % outX * w.strideX() - w.left();
          for (int c = 0; c < channels; c++) {
            y.ints()[to++] =
                largest(
                    x.reals(),
                    image + c,
                    width,
                    channels,
                    Math.max(0, top),
                    Math.min(height, top + w.y()),
                    Math.max(0, left),
                    Math.min(width, left + w.x()));
          }
        }
      }
    };
  }

  private static int largest(
      float[] x, int first, int width, int channels, int fromY, int toY, int fromX, int toX) {
    int best = fromY * width + fromX;
    for (int r = fromY; r < toY; r++) {
      for (int c = fromX; c < toX; c++) {
        if (x[first + (r * width + c) * channels] > x[first + best * channels]) {
          best = r * width + c;
        }
      }
    }
    return best;
  }

  /** Picks by position, from images {@code [Y, X, C]} to images. */
  public static UnitStep.Kernel pickAt(int channels, Operand x, Operand at, Operand y) {
    return units -> {
      float[] from = x.reals();
      int[] positions = at.ints();
      float[] to = y.reals();
      int n = at.unit();
      Picking.check("pick-at", positions, units * n, x.unit() / Math.max(1, channels));
      for (int u = 0; u < units; u++) {
        int image = u * x.unit();
        for (int i = u * n; i < (u + 1) * n; i += channels) {
          for (int c = 0; c < channels; c++) {
            to[i + c] = from[image + positions[i + c] * channels + c];
          }
        }
      }
    };
  }

  /** Puts back at positions, from images {@code [Y, X, C]} to images; equal ones add up. */
  public static UnitStep.Kernel maxUnpool(int channels, Operand x, Operand at, Operand y) {
    return units -> {
      float[] from = x.reals();
      int[] positions = at.ints();
      float[] to = y.reals();
      int n = at.unit();
      Picking.check("max-unpool", positions, units * n, y.unit() / Math.max(1, channels));
      Arrays.fill(to, 0, units * y.unit(), 0f);
      for (int u = 0; u < units; u++) {
        int image = u * y.unit();
        for (int i = u * n; i < (u + 1) * n; i += channels) {
          for (int c = 0; c < channels; c++) {
            to[image + positions[i + c] * channels + c] += from[i + c];
          }
        }
      }
    };
  }

  /** Means of tiles. */
  public static UnitStep.Kernel averagePool(
      int tileY, int tileX, int height, int width, Operand x, Operand y) {
    int outY = height / tileY;
    int outX = width / tileX;
    float scale = 1f / (tileY * tileX);
    return units -> {
      float[] from = x.reals();
      float[] to = y.reals();
      Arrays.fill(to, 0, units * outY * outX, 0f);
      for (int u = 0; u < units; u++) {
        for (int r = 0; r < outY * tileY; r++) {
          int out = (u * outY + r / tileY) * outX;
          for (int c = 0; c < outX * tileX; c++) {
            to[out + c / tileX] += from[(u * height + r) * width + c];
          }
        }
      }
      for (int i = 0; i < units * outY * outX; i++) {
        to[i] *= scale;
      }
    };
  }

  /** Repeats each element down and across. */
  public static UnitStep.Kernel upsample(
      int factorY, int factorX, int height, int width, Operand x, Operand y) {
    int outX = width * factorX;
    return units -> {
      for (int row = 0; row < units * height; row++) {
        int first = row * factorY * outX;
        for (int c = 0; c < width; c++) {
          float value = x.reals()[row * width + c];
          Arrays.fill(y.reals(), first + c * factorX, first + (c + 1) * factorX, value);
        }
        for (int r = 1; r < factorY; r++) {
          System.arraycopy(y.reals(), first, y.reals(), first + r * outX, outX);
        }
      }
    };
  }
}
