package io.ae.examples.report;

import java.util.List;

/**
 * Colours of classes: ten that differ in hue and in lightness, readable on white and on black, then
 * hues in steps of the golden angle. Observable's categorical scheme, 2023.
 */
final class Palette {
  private static final List<String> TEN =
      List.of(
          "#4269d0", "#efb118", "#ff725c", "#6cc5b0", "#3ca951", "#ff8ab7", "#a463f2", "#97bbf5",
          "#9c6b4e", "#9498a0");
  private static final String NONE = "#9aa0a6";

  private Palette() {}

  /** Returns the colour of a class as {@code #rrggbb}; grey for −1. */
  static String colour(int label) {
    if (label < 0) {
      return NONE;
    }
    if (label < TEN.size()) {
      return TEN.get(label);
    }
    float hue = label * 0.618034f % 1;
    int rgb = java.awt.Color.HSBtoRGB(hue, .65f, label % 2 == 0 ? .85f : .6f) & 0xffffff;
    return String.format("#%06x", rgb);
  }
}
