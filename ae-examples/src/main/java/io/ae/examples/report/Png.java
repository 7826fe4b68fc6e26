package io.ae.examples.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures as PNG. */
public final class Png {
  private Png() {}

  /** Returns the file of one picture. */
  public static byte[] bytes(Picture picture) {
    return sheet(List.of(picture), 1);
  }

  /**
   * Returns the file of pictures side by side, row after row.
   *
   * @param pictures at least one, all of one size
   * @param columns pictures in a row, at least 1
   */
  public static byte[] sheet(List<Picture> pictures, int columns) {
    Picture first = pictures.get(0);
    int rows = (pictures.size() + columns - 1) / columns;
    BufferedImage sheet =
        new BufferedImage(
            columns * first.width(),
            rows * first.height(),
            first.channels() == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
    for (int i = 0; i < pictures.size(); i++) {
      Picture picture = pictures.get(i);
      if (picture.channels() != first.channels()
          || picture.height() != first.height()
          || picture.width() != first.width()) {
        throw new IllegalArgumentException("pictures of one sheet have one size");
      }
      picture.draw(sheet, i % columns * first.width(), i / columns * first.height());
    }
    return encode(sheet);
  }

  /** Returns an address that holds the file itself. */
  static String dataUri(byte[] png) {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
  }

  /** Returns a picture as an element that holds it. */
  static String image(Picture picture, String alt) {
    return "<img alt=\""
        + Html.escape(alt)
        + "\" width=\""
        + picture.width()
        + "\" height=\""
        + picture.height()
        + "\" src=\""
        + dataUri(bytes(picture))
        + "\">";
  }

  /** Encodes in memory: ImageIO's own way goes through a temporary file. */
  static byte[] encode(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      if (!ImageIO.write(image, "png", out)) {
        throw new IllegalStateException("this JDK writes no PNG");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
