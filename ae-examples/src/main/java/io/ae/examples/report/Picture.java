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
