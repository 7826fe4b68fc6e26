package io.ae.core.data.image;

import io.ae.api.AeException;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** Reads one picture into planes of numbers in [0, 1]. */
final class ImageFile {
  /** Beyond this a picture is taken for a mistake or an attack; it would need over 1 GB. */
  private static final long MOST_PIXELS = 100_000_000;

  /** Weights of red, green and blue in grey (ITU-R BT.601). */
  private static final float[] LUMA = {.299f, .587f, .114f};

  private ImageFile() {}

  /**
   * Reads a picture. Transparent pixels are shown on white.
   *
   * @param grey whether to read one plane of brightness rather than red, green and blue
   * @throws AeException {@code AE-D050} if it is damaged, of another kind, or too large
   */
  static Planes read(Path file, boolean grey) {
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers =
          in == null ? Collections.emptyIterator() : ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw damaged(file, "it is none of the kinds read here (PNG, JPEG, GIF, BMP)", null);
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > MOST_PIXELS) {
          throw damaged(
              file,
              "it says it has " + pixels + " pixels, at most " + MOST_PIXELS + " are read",
              null);
        }
        return planes(reader.read(0), grey);
      } finally {
        reader.dispose();
      }
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      // The last two: what the readers of the JDK throw at some damaged files.
      throw damaged(file, e.getMessage() == null ? e.toString() : e.getMessage(), e);
    }
  }

  private static AeException damaged(Path file, String reason, @Nullable Throwable cause) {
    String text = file + " cannot be read as a picture: " + reason + ". Replace it or take it out.";
    return cause == null
        ? new AeException("AE-D050", text)
        : new AeException("AE-D050", text, cause);
  }

  private static Planes planes(BufferedImage image, boolean grey) {
    int width = image.getWidth();
    int height = image.getHeight();
    Planes planes = new Planes(grey ? 1 : 3, height, width);
    float[] rgb = new float[3];
    boolean plain = brightnessOnly(image);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (plain) {
          Arrays.fill(rgb, brightness(image, x, y));
        } else {
          colour(image.getRGB(x, y), rgb);
        }
        if (grey) {
          float sum = plain ? rgb[0] : LUMA[0] * rgb[0] + LUMA[1] * rgb[1] + LUMA[2] * rgb[2];
          planes.set(0, y, x, sum);
        } else {
          for (int c = 0; c < 3; c++) {
            planes.set(c, y, x, rgb[c]);
          }
        }
      }
    }
    return planes;
  }

  private static boolean brightnessOnly(BufferedImage image) {
    return image.getRaster().getNumBands() <= 2
        && !(image.getColorModel() instanceof IndexColorModel);
  }

  /** Reads the file's own number: Java's conversion of grey to sRGB would brighten it. */
  private static float brightness(BufferedImage image, int x, int y) {
    Raster raster = image.getRaster();
    ColorModel model = image.getColorModel();
    float value = raster.getSample(x, y, 0) / most(model, 0);
    if (raster.getNumBands() == 1) {
      return value;
    }
    float opaque = raster.getSample(x, y, 1) / most(model, 1);
    return value * opaque + 1 - opaque;
  }

  private static float most(ColorModel model, int band) {
    return (1L << model.getComponentSize(band)) - 1;
  }

  private static void colour(int argb, float[] rgb) {
    float opaque = (argb >>> 24) / 255f;
    for (int c = 0; c < 3; c++) {
      rgb[c] = (argb >> (16 - 8 * c) & 0xFF) / 255f * opaque + 1 - opaque;
    }
  }
}
