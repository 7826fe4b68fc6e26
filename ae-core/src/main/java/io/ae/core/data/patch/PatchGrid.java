package io.ae.core.data.patch;

import io.ae.api.AeException;
import io.ae.api.data.DataSpec;

/**
 * Where square patches lie in a picture: every {@code stride} pixels, the last ones at the edge, so
 * that each pixel is covered if the stride is at most the side.
 *
 * @param picture what the pictures look like, {@code [C, Y, X]}
 * @param side pixels of a patch's height and width
 * @param stride pixels from one patch to the next
 */
public record PatchGrid(DataSpec picture, int side, int stride) {
  /**
   * @throws AeException {@code AE-D051} if rows are no pictures, or smaller than a patch
   */
  public PatchGrid {
    if (picture.row().rank() != 3) {
      throw new AeException(
          "AE-D051", "patches are cut from rows of shape [C, Y, X], found " + picture.row() + ".");
    }
    int least = Math.min(picture.row().dim(1), picture.row().dim(2));
    if (side < 1 || side > least || stride < 1) {
      throw new AeException(
          "AE-D051",
          "patches of pictures of shape "
              + picture.row()
              + " must have a side from 1 to "
              + least
              + " and a stride of at least 1, found "
              + side
              + " and "
              + stride
              + ".");
    }
  }

  /** Returns the number of patches from top to bottom. */
  public int down() {
    return steps(picture.row().dim(1));
  }

  /** Returns the number of patches from left to right. */
  public int across() {
    return steps(picture.row().dim(2));
  }

  /** Returns the number of patches of one picture. */
  public int patches() {
    return down() * across();
  }

  /** Returns what a patch looks like, {@code [C, side, side]}, with its picture's classes. */
  public DataSpec spec() {
    DataSpec patch =
        DataSpec.pictures(
            picture.row().dim(0), side, side, picture.classes(), picture.classNames());
    return patch.withRange(picture.low(), picture.high());
  }

  /** Returns the first pixel row of a patch, patches numbered line by line from 0. */
  public int top(int patch) {
    return Math.min(patch / across() * stride, picture.row().dim(1) - side);
  }

  /** Returns the first pixel column of a patch. */
  public int left(int patch) {
    return Math.min(patch % across() * stride, picture.row().dim(2) - side);
  }

  /**
   * Cuts all patches of some pictures.
   *
   * @param pictures row-major, {@code [rows, C, Y, X]}
   * @return {@code [rows · patches, C, side, side]}, picture by picture
   */
  public float[] cut(float[] pictures) {
    int rows = pictures.length / picture.features();
    int width = spec().features();
    float[] cut = new float[Math.multiplyExact(rows * patches(), width)];
    for (int i = 0; i < rows * patches(); i++) {
      cut(pictures, i / patches() * picture.features(), i % patches(), cut, i * width);
    }
    return cut;
  }

  /** Cuts one patch of the picture that begins at {@code at}. */
  public void cut(float[] pictures, int at, int patch, float[] into, int to) {
    int width = picture.row().dim(2);
    for (int line = 0; line < picture.row().dim(0) * side; line++) {
      int y = line / side * picture.row().dim(1) + top(patch) + line % side;
      System.arraycopy(pictures, at + y * width + left(patch), into, to + line * side, side);
    }
  }

  /**
   * Puts pictures together; where patches overlap, a pixel is their mean, where there is none, 0.
   *
   * @param patches {@code [rows · patches, C, side, side]}, as {@link #cut(float[])} gives them
   * @return {@code [rows, C, Y, X]}
   */
  public float[] join(float[] patches) {
    int patchWidth = spec().features();
    int rows = patches.length / (patchWidth * patches());
    float[] joined = new float[Math.multiplyExact(rows, picture.features())];
    float[] counts = new float[joined.length];
    int width = picture.row().dim(2);
    for (int i = 0; i < rows * patches(); i++) {
      int patch = i % patches();
      for (int j = 0; j < patchWidth; j++) {
        int line = j / side;
        int y = line / side * picture.row().dim(1) + top(patch) + line % side;
        int at = i / patches() * picture.features() + y * width + left(patch) + j % side;
        joined[at] += patches[i * patchWidth + j];
        counts[at]++;
      }
    }
    for (int at = 0; at < joined.length; at++) {
      joined[at] /= Math.max(1, counts[at]);
    }
    return joined;
  }

  private int steps(int length) {
    return (length - side + stride - 1) / stride + 1;
  }
}
