package io.ae.examples;

import io.ae.api.Autoencoder;
import io.ae.core.baseline.Whitening;
import io.ae.core.data.Dataset;
import io.ae.core.data.patch.Contrast;
import io.ae.core.data.patch.PatchGrid;
import io.ae.core.data.patch.PatchPooling;
import java.util.Arrays;

/**
 * Pictures as an autoencoder of patches sees them.
 *
 * @param grid where the patches lie
 * @param contrast what is added to a patch's variance as its contrast is normalised
 * @param whitening of normalised patches
 * @param model of whitened patches
 */
record PatchSight(PatchGrid grid, double contrast, Whitening whitening, Autoencoder model) {
  /** Pictures at a time: the codes of all patches would not fit into memory. */
  private static final int BLOCK = 64;

  /**
   * Returns the features of pictures, {@code [rows, features]}: the pooled codes of their patches.
   */
  float[] features(Dataset pictures, PatchPooling pooling) {
    int pixels = grid.picture().features();
    int each = pooling.features(model.codeWidth());
    float[] features = new float[pictures.size() * each];
    for (int from = 0; from < pictures.size(); from += BLOCK) {
      int to = Math.min(from + BLOCK, pictures.size());
      float[] some = Arrays.copyOfRange(pictures.values(), from * pixels, to * pixels);
      float[] patches = grid.cut(some);
      Contrast.normalise(patches, grid.spec().features(), contrast);
      float[] codes = model.encode(rows(whitening.apply(patches))).values();
      float[] pooled = pooling.pool(codes, model.codeWidth());
      System.arraycopy(pooled, 0, features, from * each, pooled.length);
    }
    return features;
  }

  /**
   * Rebuilds pictures from the codes of their patches; only each patch's brightness and contrast
   * are kept beside its code.
   *
   * @param pictures row-major, {@code [rows, C, Y, X]}
   */
  float[] rebuilt(float[] pictures) {
    float[] rebuilt = new float[pictures.length];
    int block = BLOCK * grid.picture().features();
    for (int from = 0; from < pictures.length; from += block) {
      int to = Math.min(from + block, pictures.length);
      float[] patches = grid.cut(Arrays.copyOfRange(pictures, from, to));
      Contrast taken = Contrast.normalise(patches, grid.spec().features(), contrast);
      float[] back = whitening.undo(flat(model.reconstruct(rows(whitening.apply(patches))).rows()));
      taken.restore(back);
      System.arraycopy(grid.join(back), 0, rebuilt, from, to - from);
    }
    return rebuilt;
  }

  private float[][] rows(float[] values) {
    int width = grid.spec().features();
    float[][] rows = new float[values.length / width][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Arrays.copyOfRange(values, i * width, (i + 1) * width);
    }
    return rows;
  }

  private static float[] flat(float[][] rows) {
    float[] flat = new float[rows.length * rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, flat, i * rows[i].length, rows[i].length);
    }
    return flat;
  }
}
