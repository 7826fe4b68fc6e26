package io.ae.examples.cli;

import io.ae.api.backend.BackendProvider;
import io.ae.api.backend.BackendSettings;
import io.ae.api.data.DataSpec;
import io.ae.api.graph.Shape;
import io.ae.core.data.ContactSheet;
import io.ae.core.data.Dataset;
import io.ae.core.file.read.ModelFile;
import io.ae.core.file.read.ModelFileReader;
import io.ae.core.metric.EncoderJacobian;
import io.ae.examples.report.Picture;
import java.nio.file.Path;
import java.util.List;

/** What each unit of a code answers to, as a picture. */
final class Filters {
  /** Units shown at most. */
  private static final int UNITS = 400;

  private static final int ACROSS = 20;

  private Filters() {}

  /**
   * Draws each unit's slopes ∂h/∂x at the mean row: for a single layer its weights, up to a factor.
   * Red raises the unit, blue lowers it; each picture is as strong as can be.
   *
   * @param rows pictures, in their own units
   * @throws io.ae.api.AeException {@code AE-D050} if rows are no pictures
   */
  static void write(
      Path out, Path model, BackendProvider backend, BackendSettings machine, Dataset rows) {
    Shape row = rows.spec().row();
    DataSpec shown =
        rows.spec().picture()
            ? DataSpec.pictures(3, row.dim(1), row.dim(2), 0, List.of())
            : rows.spec();
    ContactSheet sheet = new ContactSheet(shown, ACROSS, 1);
    ModelFile file = ModelFileReader.read(model);
    float[] mean = mean(rows);
    file.metadata().scaling().apply(mean, 1);
    float[][] slopes;
    try (EncoderJacobian jacobian = EncoderJacobian.open(file, backend, machine)) {
      slopes = jacobian.at(mean);
    }
    int units = Math.min(UNITS, slopes.length);
    int size = shown.features();
    float[] pictures = new float[units * size];
    for (int j = 0; j < units; j++) {
      byte[] pixels = Picture.signed(row.dim(0), row.dim(1), row.dim(2), slopes[j]).pixels();
      for (int i = 0; i < size; i++) {
        pictures[j * size + i] = (pixels[i] & 0xff) / 255f;
      }
    }
    sheet.write(out, List.of(pictures));
  }

  private static float[] mean(Dataset rows) {
    int features = rows.spec().features();
    float[] mean = new float[features];
    double[] sums = new double[features];
    for (int at = 0; at < rows.values().length; at++) {
      sums[at % features] += rows.values()[at];
    }
    for (int j = 0; j < features; j++) {
      mean[j] = (float) (sums[j] / rows.size());
    }
    return mean;
  }
}
