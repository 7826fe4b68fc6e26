package io.ae.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ae.api.backend.BackendSettings;
import io.ae.core.Ae;
import io.ae.core.TrainedModel;
import io.ae.core.backend.JavaBackendProvider;
import io.ae.core.data.Dataset;
import io.ae.core.data.Scaling;
import io.ae.core.file.read.ModelFileReader;
import io.ae.core.metric.EncoderJacobian;
import io.ae.core.metric.JacobianSpectrum;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Jacobian of a saved encoder, against differences of its codes. */
class JacobianTest {
  private static final double STEP = 1e-2;

  @TempDir Path folder;

  @Test
  void isWhatCodesDoWhenRowsMove() {
    float[][] rows = {{.1f, .9f, .4f}, {.5f, .2f, .8f}, {.7f, .7f, .1f}};
    Path file = folder.resolve("m.ae");
    try (Ae ae = Ae.create()) {
      TrainedModel model =
          ae.model("dense")
              .set("hidden", List.of(6))
              .set("code", 2)
              .set("codeActivation", "tanh")
              .backend("java")
              .scaling(Scaling.Kind.NONE)
              .epochs(3)
              .fit(rows)
              .model();
      model.save(file);
      try (EncoderJacobian jacobian =
          EncoderJacobian.open(
              ModelFileReader.read(file), new JavaBackendProvider(), new BackendSettings(1))) {
        double norm = 0;
        for (float[] row : rows) {
          float[][] j = jacobian.at(row);
          double squares = 0;
          for (int i = 0; i < 3; i++) {
            float[] ahead = moved(model, row, i, STEP);
            float[] behind = moved(model, row, i, -STEP);
            for (int l = 0; l < 2; l++) {
              double slope = (ahead[l] - behind[l]) / (2 * STEP);
              assertThat((double) j[l][i]).isCloseTo(slope, within(1e-3));
              squares += j[l][i] * j[l][i];
            }
          }
          norm += Math.sqrt(squares) / rows.length;
        }
        JacobianSpectrum spectrum =
            JacobianSpectrum.of(jacobian, Dataset.of(rows), Scaling.none(), 9, 2);
        assertThat(spectrum.rows()).isEqualTo(3);
        assertThat(spectrum.meanNorm()).isCloseTo(norm, within(1e-6));
        assertThat(spectrum.spectrum()).hasSize(2);
      }
    }
  }

  private static float[] moved(TrainedModel model, float[] row, int column, double by) {
    float[] other = row.clone();
    other[column] += (float) by;
    return model.encode(other);
  }
}
