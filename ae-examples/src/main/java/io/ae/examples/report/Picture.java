package io.ae.examples.report;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * An 8-bit picture, grey or colour.
 *
 * @param channels 1 or 3
 * @param height in pixels
 * @param width in pixels
 * @param pixels planes one after another, {@code [C, Y, X]}
 */
public record Picture(int channels, int height, int width, byte[] pixels) {
  public Picture {
    if (channels != 1 && channels != 3) {
      throw new IllegalArgumentException("a picture has 1 or 3 channels, got " + channels);
    }
    if (pixels.length != channels * height * width) {
      throw new IllegalArgumentException(
          pixels.length + " pixels for " + channels + " × " + height + " × " + width);
    }
  }

  /**
   * Rounds values in [0, 1] to 8 bits; what lies outside, as reconstructions may, is clipped.
   *
   * @param values {@code [C, Y, X]}
   */
  public static Picture of(int channels, int height, int width, float[] values) {
    byte[] pixels = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      pixels[i] = (byte) Math.round(255 * Math.min(1, Math.max(0, values[i])));
    }
    return new Picture(channels, height, width, pixels);
  }

  /**
   * Shows numbers of either sign, such as the weights of a unit: of one channel as red above and
   * blue below a white 0, of three as colours about a grey 0; the largest is as strong as can be.
   *
   * @param values {@code [C, Y, X]}
   */
  public static Picture signed(int channels, int height, int width, float[] values) {
    float most = Float.MIN_NORMAL;
    for (float value : values) {
      most = Math.max(most, Math.abs(value));
    }
    int plane = height * width;
    float[] shown = new float[3 * plane];
    for (int i = 0; i < plane; i++) {
      for (int c = 0; c < 3; c++) {
        float value = values[channels == 1 ? i : c * plane + i] / most;
        // Red keeps its channel where the value is positive, blue where it is negative.
        float strength = channels == 3 ? 0 : c == 0 ? -value : c == 1 ? Math.abs(value) : value;
        shown[c * plane + i] = channels == 3 ? .5f + value / 2 : 1 - Math.max(0, strength);
      }
    }
    return of(3, height, width, shown);
  }

  /** Returns the picture with each pixel shown as a square. */
  Picture zoomed(int zoom) {
    byte[] large = new byte[pixels.length * zoom * zoom];
    for (int line = 0; line < channels * height * zoom; line++) {
      for (int x = 0; x < width * zoom; x++) {
        large[line * width * zoom + x] = pixels[line / zoom * width + x / zoom];
      }
    }
    return new Picture(channels, height * zoom, width * zoom, large);
  }

  /** Returns the picture in three channels. */
  Picture coloured() {
    if (channels == 3) {
      return this;
    }
    byte[] planes = new byte[3 * pixels.length];
    for (int c = 0; c < 3; c++) {
      System.arraycopy(pixels, 0, planes, c * pixels.length, pixels.length);
    }
    return new Picture(3, height, width, planes);
  }

  /** Copies the picture into another with its upper left corner at {@code (left, top)}. */
  void draw(BufferedImage into, int left, int top) {
    int plane = height * width;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int c = 0; c < channels; c++) {
          into.getRaster()
              .setSample(left + x, top + y, c, pixels[c * plane + y * width + x] & 0xff);
        }
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Picture p
        && channels == p.channels
        && height == p.height
        && width == p.width
        && Arrays.equals(pixels, p.pixels);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(pixels);
  }
}
