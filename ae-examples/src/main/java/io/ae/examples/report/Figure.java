package io.ae.examples.report;

import io.ae.core.data.AtomicFile;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Strips of pictures below one another, each under its caption, on white. */
public final class Figure {
  private static final int MARGIN = 20;
  private static final int GAP = 4;
  private static final int LETTERS = 2;
  private static final int CAPTION = LETTERS * PixelFont.HEIGHT + 8;
  private static final int LEAST_WIDTH = 640;
  private static final Color INK = new Color(0x1c2430);
  private static final Color FRAME = new Color(0xd0d4d9);

  private final List<Strip> strips = new ArrayList<>();
  private int across = 20;
  private int high = 56;

  /** Without strips. */
  public Figure() {}

  private record Strip(String caption, List<Picture> pictures) {}

  /** Sets how many pictures stand side by side at most, 20 if not set. */
  public Figure across(int most) {
    across = most;
    return this;
  }

  /**
   * Sets about how many dots a picture is high, 56 if not set: it is enlarged by a whole number.
   */
  public Figure height(int dots) {
    high = dots;
    return this;
  }

  /**
   * Adds a strip.
   *
   * @param caption of letters, digits and {@code -_./%,:()=+}
   * @param pictures at least one, all of one size
   */
  public Figure strip(String caption, List<Picture> pictures) {
    if (pictures.isEmpty()) {
      throw new IllegalArgumentException("a strip needs a picture: " + caption);
    }
    strips.add(new Strip(caption, List.copyOf(pictures)));
    return this;
  }

  /** Writes the figure to a PNG file, replacing an older one in one step. */
  public void write(Path file) {
    byte[] png = png();
    AtomicFile.stream(file, out -> out.write(png));
  }

  /** Returns the figure as a PNG file. */
  public byte[] png() {
    int width = LEAST_WIDTH;
    int height = MARGIN;
    for (Strip strip : strips) {
      int letters = strip.caption.length() * LETTERS * PixelFont.ADVANCE;
      int pictures = Math.min(across, strip.pictures.size()) * (width(strip) + GAP);
      width = Math.max(width, Math.max(letters, pictures));
      height += height(strip);
    }
    BufferedImage image =
        new BufferedImage(width + 2 * MARGIN, height + MARGIN / 2, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, image.getWidth(), image.getHeight());
    int top = MARGIN;
    for (Strip strip : strips) {
      draw(strip, image, pen, top);
      top += height(strip);
    }
    pen.dispose();
    return Png.encode(image);
  }

  private int zoom(Strip strip) {
    return Math.max(1, Math.round((float) high / strip.pictures.get(0).height()));
  }

  private int width(Strip strip) {
    return strip.pictures.get(0).width() * zoom(strip);
  }

  private int height(Strip strip) {
    int lines = (strip.pictures.size() + across - 1) / across;
    return CAPTION + lines * (strip.pictures.get(0).height() * zoom(strip) + GAP) + 2 * GAP;
  }

  private void draw(Strip strip, BufferedImage image, Graphics2D pen, int top) {
    pen.setColor(INK);
    PixelFont.draw(pen, strip.caption, MARGIN, top, LETTERS);
    pen.setColor(FRAME);
    for (int i = 0; i < strip.pictures.size(); i++) {
      Picture picture = strip.pictures.get(i).zoomed(zoom(strip));
      int left = MARGIN + i % across * (picture.width() + GAP);
      int down = top + CAPTION + i / across * (picture.height() + GAP);
      pen.drawRect(left - 1, down - 1, picture.width() + 1, picture.height() + 1);
      picture.coloured().draw(image, left, down);
    }
  }
}
