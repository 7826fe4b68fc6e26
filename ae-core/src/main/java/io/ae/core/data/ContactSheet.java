package io.ae.core.data;

import io.ae.api.AeException;
import io.ae.api.data.DataSpec;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Many pictures on one: each line of the sheet shows the next {@code columns} pictures of a band,
 * and the bands take turns, so that originals may stand above their reconstructions.
 */
public final class ContactSheet {
  private static final int GAP = 2;
  private static final byte PAPER = (byte) 0x60;

  private final DataSpec spec;
  private final int columns;
  private final int zoom;

  /**
   * @param spec of pictures of one or three channels
   * @param columns pictures side by side, at least 1
   * @param zoom side of the square that shows one pixel, at least 1
   * @throws AeException {@code AE-D050} if rows are no pictures
   */
  public ContactSheet(DataSpec spec, int columns, int zoom) {
    if (!spec.picture()) {
      throw new AeException(
          "AE-D050",
          "a sheet of pictures needs rows of shape [1, Y, X] or [3, Y, X], found "
              + spec.row()
              + ".");
    }
    this.spec = spec;
    this.columns = columns;
    this.zoom = zoom;
  }

  /** Writes the sheet of {@link #png} to a file, replacing an older one in one step. */
  public void write(Path file, List<float[]> bands) {
    byte[] png = png(bands);
    AtomicFile.stream(file, out -> out.write(png));
  }

  /**
   * Draws the sheet.
   *
   * @param bands each row-major, {@code [rows, C, Y, X]}, all of as many rows; values outside [0,
   *     1] are shown as the nearer bound
   * @return a PNG file
   */
  public byte[] png(List<float[]> bands) {
    int channels = spec.row().dim(0);
    int height = spec.row().dim(1) * zoom;
    int width = spec.row().dim(2) * zoom;
    int rows = bands.get(0).length / spec.features();
    int across = Math.max(1, Math.min(columns, rows));
    int down = (rows + across - 1) / across * bands.size();
    int sheetWidth = Math.addExact(Math.multiplyExact(across, width + GAP), GAP);
    int sheetHeight = Math.addExact(Math.multiplyExact(down, height + GAP), GAP);
    byte[] pixels =
        new byte[Math.multiplyExact(Math.multiplyExact(sheetWidth, sheetHeight), channels)];
    Arrays.fill(pixels, PAPER);
    for (int band = 0; band < bands.size(); band++) {
      for (int i = 0; i < rows; i++) {
        int top = GAP + (i / across * bands.size() + band) * (height + GAP);
        int left = GAP + i % across * (width + GAP);
        paste(bands.get(band), i * spec.features(), pixels, sheetWidth, top, left);
      }
    }
    return Png.encode(sheetWidth, sheetHeight, channels, pixels);
  }

  private void paste(float[] values, int from, byte[] pixels, int sheetWidth, int top, int left) {
    int channels = spec.row().dim(0);
    int height = spec.row().dim(1);
    int width = spec.row().dim(2);
    for (int c = 0; c < channels; c++) {
      for (int y = 0; y < height * zoom; y++) {
        for (int x = 0; x < width * zoom; x++) {
          float value = values[from + (c * height + y / zoom) * width + x / zoom];
          pixels[((top + y) * sheetWidth + left + x) * channels + c] = grey(value);
        }
      }
    }
  }

  /** Returns the nearest of 256 levels; NaN is black. */
  private static byte grey(float value) {
    return (byte) Math.round(255 * Math.max(0, Math.min(1, value)));
  }
}
