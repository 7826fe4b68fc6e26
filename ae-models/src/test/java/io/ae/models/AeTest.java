package io.ae.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ae.api.AeException;
import io.ae.api.Codes;
import io.ae.api.Reconstruction;
import io.ae.api.backend.BackendSettings;
import io.ae.api.data.Cursor;
import io.ae.api.data.DataSpec;
import io.ae.api.data.Source;
import io.ae.api.model.Capability;
import io.ae.core.Ae;
import io.ae.core.Fit;
import io.ae.core.Fitting;
import io.ae.core.Learner;
import io.ae.core.TrainedModel;
import io.ae.core.data.Dataset;
import io.ae.core.data.Scaling;
import io.ae.core.train.History;
import io.ae.models.dense.DenseConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The facade, from rows to a saved model, on the backend {@code java}. */
class AeTest {
  private final Ae ae = Ae.create();

  @TempDir Path folder;

  @AfterEach
  void close() {
    ae.close();
  }

  /** Rows of eight values on a plane, in units far from [0, 1]. */
  static float[][] rows(int n, long seed) {
    Random random = new Random(seed);
    float[][] rows = new float[n][8];
    for (float[] row : rows) {
      double a = random.nextDouble();
      double b = random.nextDouble();
      for (int j = 0; j < 8; j++) {
        row[j] = (float) (100 + 10 * (a * Math.sin(j) + b * Math.cos(j)));
      }
    }
    return rows;
  }

  private Fitting dense() {
    return dense(ae);
  }

  static Fitting dense(Ae ae) {
    return ae.model("dense")
        .set("hidden", List.of(12))
        .set("code", 2)
        .set("activation", List.of("tanh"))
        .set("init", "glorot")
        .train("batch", 32)
        .scaling(Scaling.Kind.STANDARD)
        .backend("java")
        .threads(2)
        .epochs(40);
  }

  private static double mse(float[][] a, float[][] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[i].length; j++) {
        sum += (a[i][j] - b[i][j]) * (a[i][j] - b[i][j]);
      }
    }
    return sum / a.length / a[0].length;
  }

  @Test
  void rowsBecomeAModelThatReconstructsThemInTheirOwnUnits() {
    float[][] rows = rows(700, 1);
    Fit fit = dense().test(Dataset.of(rows(100, 2))).fit(rows);
    TrainedModel model = fit.model();
    assertThat(fit.history().end()).isEqualTo(History.End.DONE);
    assertThat(fit.history().epochs()).hasSize(40);
    assertThat(fit.metrics())
        .containsKeys(
            "loss",
            "mse",
            "parameters",
            "samplesPerSecond",
            "squaredError",
            "stall",
            "trainSeconds");
    assertThat(fit.metrics().get("parameters")).isEqualTo(8 * 12 + 12 + 24 + 2 + 24 + 12 + 96 + 8);
    assertThat(fit.metrics().get("mse")).isLessThan(.1);
    Reconstruction back = model.reconstruct(rows);
    assertThat(mse(rows, back.rows())).as("error in the data's units").isLessThan(2);
    assertThat(back.mse()).as("error of scaled rows").isLessThan(.1);
    assertThat(model.plugin()).isEqualTo("dense");
    assertThat(model.backend()).isEqualTo("java");
    assertThat(model.codeWidth()).isEqualTo(2);
  }

  @Test
  void codesDecodeToTheReconstruction() {
    float[][] rows = rows(300, 1);
    TrainedModel model = dense().epochs(2).fit(rows).model();
    Codes codes = model.encode(rows);
    assertThat(codes.rows()).isEqualTo(300);
    assertThat(codes.ids()).startsWith("0", "1").endsWith("299");
    assertThat(model.decode(codes)).isDeepEqualTo(model.reconstruct(rows).rows());
    assertThat(model.encode(rows[5])).containsExactly(codes.row(5));
    assertThat(model.score(rows)).hasSize(300).doesNotContain(Double.NaN);
    assertThat(model.score(rows[7])).isEqualTo(model.score(rows)[7]);
    assertThat(model.encode(new float[0][]).rows()).isZero();
  }

  @Test
  void whatIsStrangeScoresHigher() {
    TrainedModel model = dense().fit(rows(700, 1)).model();
    float[] strange = rows(1, 3)[0];
    strange[3] += 20;
    assertThat(model.score(strange)).isGreaterThan(10 * model.score(rows(1, 3)[0]));
  }

  @Test
  void everyFormOfRowsGivesTheSameModel() {
    float[][] rows = rows(64, 1);
    double[][] wide = new double[64][8];
    for (int i = 0; i < 64; i++) {
      for (int j = 0; j < 8; j++) {
        wide[i][j] = rows[i][j];
      }
    }
    float[] code = dense().epochs(2).fit(rows).model().encode(rows[0]);
    assertThat(dense().epochs(2).fit(wide).model().encode(rows[0])).containsExactly(code);
    assertThat(dense().epochs(2).fit(Stream.of(rows)).model().encode(rows[0]))
        .containsExactly(code);
    assertThat(dense().epochs(2).fit(Dataset.of(rows)).model().encode(rows[0]))
        .containsExactly(code);
    assertThat(dense().epochs(1).scaling(Scaling.Kind.NONE).fit(rows[0]).history().steps())
        .isEqualTo(1);
  }

  @Test
  void aSavedModelIsTheSameAndNeedsNoPlugin() {
    float[][] rows = rows(100, 1);
    TrainedModel model = dense().epochs(2).fit(rows).model();
    Path file = folder.resolve("m.ae");
    model.save(file);
    try (TrainedModel loaded = ae.load(file, "java", new BackendSettings(1))) {
      assertThat(loaded.encode(rows)).isEqualTo(model.encode(rows));
      assertThat(loaded.reconstruct(rows).rows()).isDeepEqualTo(model.reconstruct(rows).rows());
      assertThat(loaded.capabilities()).isEqualTo(model.capabilities());
      assertThat(loaded.metadata().provenance().history()).hasSize(2);
      assertThat(loaded.metadata().provenance().dataDigest()).hasSize(64);
    }
  }

  @Test
  void aSavedModelIsTrainedFurtherOnNewRows() {
    Path file = folder.resolve("m.ae");
    Fit first = dense().epochs(10).fit(rows(400, 1));
    first.model().save(file);
    Fit more = ae.from(file).backend("java").epochs(10).fit(rows(400, 5));
    assertThat(more.model().metadata().scaling()).isEqualTo(first.model().metadata().scaling());
    assertThat(more.history().epochs().get(0).loss())
        .isLessThan(first.history().epochs().get(0).loss());
    assertThat(more.metrics().get("loss")).isLessThan(first.metrics().get("loss"));
  }

  @Test
  void aSourceIsStreamed() {
    Dataset rows = Dataset.of(rows(300, 1));
    Source stream =
        new Source() {
          @Override
          public DataSpec spec() {
            return rows.spec();
          }

          @Override
          public long rows() {
            return -1;
          }

          @Override
          public Cursor open() {
            return rows.open();
          }
        };
    Fit fit = dense().test(stream).fit(stream);
    assertThat(fit.metrics().get("mse")).isLessThan(.1);
    assertThat(fit.model().metadata().provenance().rows()).isEqualTo(300);
    assertThat(fit.backendReason()).isEqualTo("'java' was named");
  }

  @Test
  void aSavedModelThatItsPluginNoLongerBuildsIsRefused() {
    Path file = folder.resolve("m.ae");
    dense().epochs(1).fit(rows(20, 1)).model().save(file);
    assertThat(refusal(() -> ae.from(file).set("code", 3).fit(rows(20, 1))))
        .matches(
            "(?s)AE-M004 The saved model does not fit what plugin 'dense' builds now: variable .*"
                + " is \\[12, 2] in the file\\. Use the plugin's version that saved it\\.");
  }

  @Test
  void aLearnerTakesRowsAsTheyCome() {
    try (Learner learner =
        dense().scaling(Scaling.Kind.NONE).seed(3).learner(DataSpec.vectors(8))) {
      float[] row = {1, 0, 1, 0, 1, 0, 1, 0};
      double first = learner.learn(row);
      double last = first;
      for (int i = 0; i < 200; i++) {
        last = learner.learn(row);
      }
      assertThat(last).isLessThan(first / 10);
      assertThat(learner.model().reconstruct(row)[0]).isBetween(.7f, 1.3f);
    }
  }

  @Test
  void aConfigMayBeARecord() {
    assertThat(
            ae.model("dense").config(new DenseConfig()).blueprint(DataSpec.vectors(8)).parameters())
        .isEqualTo(ae.model("dense").blueprint(DataSpec.vectors(8)).parameters());
  }

  static String refusal(Runnable call) {
    return catchThrowableOfType(AeException.class, call::run).text();
  }

  @Test
  void refusalsSayWhatIsWrong() {
    assertThat(refusal(() -> ae.model("desne")))
        .isEqualTo(
            "AE-P001 No autoencoder plugin 'desne'. Found 6: contractive, denoising, dense,"
                + " linear, masked, sparse. Did you mean 'dense'?");
    assertThat(refusal(() -> dense().set("code", 0).set("l1", -1).fit(rows(3, 1))))
        .isEqualTo(
            """
            AE-C003 model.code must be a whole number in [1, 1000000]. Got 0.
            AE-C003 model.l1 must be a number in [0, 1000000]. Got -1.\
            """);
    assertThat(refusal(() -> dense().epochs(0).fit(rows(3, 1))))
        .isEqualTo("AE-C003 train.epochs must be a whole number in [1, 1000000]. Got 0.");
    assertThat(refusal(() -> dense().backend("jvaa").fit(rows(3, 1))))
        .startsWith("AE-B001 No backend 'jvaa'. Found ");
    TrainedModel model = dense().epochs(1).fit(rows(10, 1)).model();
    assertThat(refusal(() -> model.encode(new float[][] {{1, 2}})))
        .isEqualTo("AE-D010 rows: row 0 must have 8 values, found 2.");
    assertThat(refusal(() -> model.generate(3, 0)))
        .isEqualTo(
            "AE-M002 This model ('dense') cannot generate. It can encode, decode, reconstruct,"
                + " score.");
    assertThat(model.capabilities()).doesNotContain(Capability.GENERATE);
    model.close();
    model.close();
    assertThat(refusal(() -> model.encode(rows(1, 1))))
        .isEqualTo(
            "AE-M001 This model ('dense') is closed. Load or fit it again, or close it later.");
  }

  @Test
  void closingItClosesItsModels() {
    TrainedModel model = dense().epochs(1).fit(rows(10, 1)).model();
    ae.close();
    assertThatThrownBy(() -> model.encode(rows(1, 1))).hasMessageContaining("is closed");
    assertThatThrownBy(() -> dense().fit(rows(3, 1))).hasMessageContaining("This Ae is closed");
  }
}
