package io.ae.core.nn;

import io.ae.api.AeException;
import io.ae.api.data.DataSpec;
import io.ae.api.graph.Ops;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Value;

/**
 * Some parts of each row, drawn anew at every presentation: square patches of a picture, all
 * channels of each, or single values of a vector.
 *
 * @param row shape of a row
 * @param patch side of a picture's patches, in pixels
 * @param masked how many parts of each row are drawn
 */
public record PatchMask(Shape row, int patch, int masked) {
  /**
   * Returns the mask that draws ⌊ν · parts⌋ of the parts.
   *
   * @param patch side of a picture's patches; vectors do not look at it
   * @param fraction share of the parts, ν
   * @throws AeException {@code AE-C015} if patches do not tile the picture, {@code AE-C016} if no
   *     part would be drawn
   */
  public static PatchMask of(DataSpec data, int patch, double fraction) {
    Shape row = data.row();
    boolean tiled = row.rank() != 3 || (row.dim(1) % patch == 0 && row.dim(2) % patch == 0);
    if (!tiled) {
      throw new AeException(
          "AE-C015",
          "model.patch must divide a picture's height and width. Got "
              + patch
              + " for pictures of "
              + row.dim(1)
              + " x "
              + row.dim(2));
    }
    int parts = parts(row, patch);
    int masked = (int) Math.floor(fraction * parts);
    if (masked == 0) {
      throw new AeException(
          "AE-C016",
          "model.fraction must mask at least one part of a row. Got "
              + fraction
              + " of "
              + parts
              + " parts. Take at least "
              + 1.0 / parts
              + (row.rank() == 3 ? ", or a smaller model.patch" : ""));
    }
    return new PatchMask(row, patch, masked);
  }

  private static int parts(Shape row, int patch) {
    return row.rank() == 3
        ? row.dim(1) / patch * (row.dim(2) / patch)
        : Math.toIntExact(row.elements());
  }

  /**
   * Draws; in one function once, or in scopes of their own.
   *
   * @return 1 where a part is drawn, else 0, {@code [B, …]}
   */
  public Value draw(Ops o) {
    Value drawn = o.distinct("mask", Shape.rows(parts(row, patch)), masked); // [B, parts]
    if (row.rank() != 3) {
      return o.reshape(drawn, Shape.rows(row));
    }
    int down = row.dim(1) / patch;
    int across = row.dim(2) / patch;
    Value grid = o.reshape(drawn, Shape.rows(1, down, across)); // [B, 1, down, across]
    return o.to(o.upsample(grid, patch, patch), Shape.rows(row)); // [B, C, Y, X]
  }
}
