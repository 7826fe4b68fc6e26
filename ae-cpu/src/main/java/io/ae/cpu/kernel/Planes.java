package io.ae.cpu.kernel;

import io.ae.api.graph.Window;
import java.util.Arrays;

/** Loops over planes {@code [Y, X]}; a unit is one plane. */
public final class Planes {
  private Planes() {}

  /** Where the largest of each window lies in its plane. */
  public static UnitStep.Kernel poolSwitches(
      Window w, int height, int width, Operand x, Operand y) {
    int outY = w.positionsY(height);
    int outX = w.positionsX(width);
    return units -> {
      for (int u = 0; u < units; u++) {
        for (int r = 0; r < outY; r++) {
          for (int c = 0; c < outX; c++) {
            y.ints()[(u * outY + r) * outX + c] =
                largest(
                    x.reals(),
                    u * height * width,
                    width,
                    Math.max(0, r * w.strideY() - w.top()),
                    Math.min(height, r * w.strideY() - w.top() + w.y()),
                    Math.max(0, c * w.strideX() - w.left()),
                    Math.min(width, c * w.strideX() - w.left() + w.x()));
          }
        }
      }
    };
  }

  private static int largest(
      float[] x, int plane, int width, int fromY, int toY, int fromX, int toX) {
    int best = fromY * width + fromX;
    for (int r = fromY; r < toY; r++) {
      for (int c = fromX; c < toX; c++) {
        if (x[plane + r * width + c] > x[plane + best]) {
          best = r * width + c;
        }
      }
    }
    return best;
  }

  /** Picks by position. */
  public static UnitStep.Kernel pickAt(Operand x, Operand at, Operand y) {
    return units -> {
      int plane = x.unit();
      int n = at.unit();
      for (int u = 0; u < units; u++) {
        for (int i = u * n; i < (u + 1) * n; i++) {
          y.reals()[i] = x.reals()[u * plane + Picking.check("pick-at", at.ints()[i], plane)];
        }
      }
    };
  }

  /** Puts back at positions; equal ones add up. */
  public static UnitStep.Kernel maxUnpool(Operand x, Operand at, Operand y) {
    return units -> {
      int plane = y.unit();
      int n = at.unit();
      Arrays.fill(y.reals(), 0, units * plane, 0f);
      for (int u = 0; u < units; u++) {
        for (int i = u * n; i < (u + 1) * n; i++) {
          y.reals()[u * plane + Picking.check("max-unpool", at.ints()[i], plane)] += x.reals()[i];
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
