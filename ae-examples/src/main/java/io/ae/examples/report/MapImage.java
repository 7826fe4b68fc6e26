package io.ae.examples.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * The map of the codes as a PNG of 1,200 × 1,000 dots with its colour key at the right; of a 3-D
 * map the first two axes.
 */
public final class MapImage {
  private static final int PLOT = 1000;
  private static final int KEY = 200;
  private static final int MARGIN = 40;
  private static final double FAR = .005;

  private MapImage() {}

  /** Returns the file. */
  public static byte[] png(CodeMap map) {
    BufferedImage image = new BufferedImage(PLOT + KEY, PLOT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, PLOT + KEY, PLOT);
    points(map, pen);
    key(map, pen);
    pen.dispose();
    return Png.encode(image);
  }

  private static void points(CodeMap map, Graphics2D pen) {
    double[] x = pixels(map, 0);
    double[] y = pixels(map, 1);
    double radius = Math.max(2, Math.min(6, 200 / Math.sqrt(map.rows() + 1.0)));
    for (int i = 0; i < map.rows(); i++) {
      Color colour = Color.decode(Palette.colour(map.labels()[i]));
      pen.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 200));
      pen.fill(new Ellipse2D.Double(x[i] - radius, PLOT - y[i] - radius, 2 * radius, 2 * radius));
    }
  }

  /** Maps an axis to dots so that few far points do not shrink the rest; they lie at the edge. */
  private static double[] pixels(CodeMap map, int axis) {
    int rows = map.rows();
    float[] sorted = new float[rows];
    for (int i = 0; i < rows; i++) {
      sorted[i] = map.points()[i * map.axes() + axis];
    }
    Arrays.sort(sorted);
    double low = rows == 0 ? 0 : sorted[(int) (FAR * (rows - 1))];
    double high = rows == 0 ? 1 : sorted[(int) Math.ceil((1 - FAR) * (rows - 1))];
    double span = Math.max(high - low, 1e-12);
    double[] at = new double[rows];
    for (int i = 0; i < rows; i++) {
      double share = (map.points()[i * map.axes() + axis] - low) / span;
      at[i] =
          Math.max(
              MARGIN / 2.0, Math.min(PLOT - MARGIN / 2.0, MARGIN + share * (PLOT - 2 * MARGIN)));
    }
    return at;
  }

  private static void key(CodeMap map, Graphics2D pen) {
    int top = MARGIN;
    for (int label : MapSection.labels(map)) {
      if (top > PLOT - MARGIN) {
        return;
      }
      pen.setColor(Color.decode(Palette.colour(label)));
      pen.fill(new Ellipse2D.Double(PLOT + 10, top, 18, 18));
      pen.setColor(new Color(0x1c2430));
      String name = map.className(label);
      PixelFont.draw(pen, name.length() > 12 ? name.substring(0, 12) : name, PLOT + 38, top + 2, 2);
      top += 30;
    }
  }
}
