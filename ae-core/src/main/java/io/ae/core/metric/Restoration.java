package io.ae.core.metric;

import io.ae.api.AeException;
import io.ae.api.Reconstruction;
import io.ae.api.backend.CompiledModel;
import io.ae.api.data.Source;
import io.ae.core.data.Scaling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows as a model's training corrupts them, and what the model makes of these.
 *
 * @param corrupted in the data's own units, {@code [rows][features]}
 * @param restored reconstructions from these, with errors against the clean rows
 */
public record Restoration(float[][] corrupted, Reconstruction restored) {
  /**
   * Corrupts and restores every row, with the same draws as {@link Evaluation}.
   *
   * @throws AeException {@code AE-M005} if the model corrupts nothing, {@code AE-G003} if it does
   *     not reconstruct
   */
  public static Restoration of(CompiledModel model, Scaling scaling, Source rows) {
    if (!RowFunction.corrupts(model)) {
      throw new AeException(
          "AE-M005",
          "training this model corrupts nothing, so there is nothing to restore. Take a model of"
              + " the plugin denoising or masked, or leave the corruption out");
    }
    int width = rows.spec().features();
    List<float[]> corrupted = new ArrayList<>();
    List<float[]> restored = new ArrayList<>();
    ErrorList errors = new ErrorList();
    try (RowFunction corrupt = RowFunction.corrupt(model, width);
        RowFunction reconstruct = RowFunction.reconstruct(model, width);
        Blocks blocks = new Blocks(rows, scaling)) {
      long first = 0;
      for (int n; (n = blocks.next()) > 0; first += n) {
        float[] bad = corrupt.run(blocks.values(), n, first);
        float[] z = reconstruct.run(bad, n, first);
        errors.add(blocks.values(), z, n, width);
        split(scaling, bad, n, width, corrupted);
        split(scaling, z, n, width, restored);
      }
    }
    return new Restoration(
        corrupted.toArray(float[][]::new),
        new Reconstruction(restored.toArray(float[][]::new), errors.toErrors(width).squared()));
  }

  private static void split(Scaling scaling, float[] values, int n, int width, List<float[]> into) {
    scaling.undo(values, n);
    for (int i = 0; i < n; i++) {
      into.add(Arrays.copyOfRange(values, i * width, (i + 1) * width));
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Restoration r
        && Arrays.deepEquals(corrupted, r.corrupted)
        && restored.equals(r.restored);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(corrupted);
  }

  @Override
  public String toString() {
    return "Restoration[" + corrupted.length + " rows]";
  }
}
