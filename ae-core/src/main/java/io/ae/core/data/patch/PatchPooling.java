package io.ae.core.data.patch;

/**
 * Features of whole pictures from the codes of their patches: the mean code in each of some
 * regions, {@code regions × regions} of a picture.
 *
 * @param grid where the patches lie
 * @param regions from top to bottom and from left to right, at least 1
 */
public record PatchPooling(PatchGrid grid, int regions) {
  public PatchPooling {
    if (regions < 1 || regions > Math.min(grid.down(), grid.across())) {
      throw new IllegalArgumentException(
          regions + " regions of " + grid.down() + "×" + grid.across() + " patches");
    }
  }

  /** Returns the number of a picture's features for codes of L elements. */
  public int features(int code) {
    return regions * regions * code;
  }

  /**
   * Pools.
   *
   * @param codes {@code [rows · patches, L]}, picture by picture
   * @param code elements of one code, L
   * @return {@code [rows, regions · regions · L]}
   */
  public float[] pool(float[] codes, int code) {
    int rows = codes.length / (grid.patches() * code);
    float[] pooled = new float[Math.multiplyExact(rows, features(code))];
    int[] counts = new int[regions * regions];
    for (int patch = 0; patch < grid.patches(); patch++) {
      counts[region(patch)]++;
    }
    for (int i = 0; i < rows * grid.patches(); i++) {
      int region = region(i % grid.patches());
      int to = (i / grid.patches() * regions * regions + region) * code;
      for (int j = 0; j < code; j++) {
        pooled[to + j] += codes[i * code + j] / counts[region];
      }
    }
    return pooled;
  }

  private int region(int patch) {
    int y = patch / grid.across() * regions / grid.down();
    int x = patch % grid.across() * regions / grid.across();
    return y * regions + x;
  }
}
