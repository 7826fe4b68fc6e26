package io.ae.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ae.api.Codes;
import io.ae.api.model.Capability;
import io.ae.core.TrainedModel;
import io.ae.core.baseline.Pca;
import io.ae.core.baseline.PrincipalAngles;
import io.ae.core.data.Dataset;
import io.ae.core.data.Scaling;
import io.ae.core.file.read.ModelMetadata;
import io.ae.examples.report.ReportData.Fact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A model beside principal component analysis with as many components as its code has units.
 *
 * @param squaredError PCA's mean squared error a test row, in the units the model works on
 * @param angle the largest angle, in degrees, between the space that the decoder's columns span and
 *     PCA's; null unless the decoder is affine and the data unscaled
 */
record PcaComparison(double squaredError, @Nullable Double angle) {
  /** How far twice all units may decode from twice what they add one by one. */
  private static final double AFFINE = 1e-4;

  /** Errors closer than this share are the same. */
  private static final double SAME = 1e-3;

  /** Returns what training found out on its test rows; null if it did not. */
  static @Nullable PcaComparison stored(ModelMetadata metadata) {
    Double error = metadata.provenance().pcaSquaredError();
    return error == null ? null : new PcaComparison(error, null);
  }

  /** Compares. */
  static PcaComparison of(TrainedModel model, Dataset train, Dataset rows, int threads) {
    Scaling scaling = model.metadata().scaling();
    int components = Math.min(model.codeWidth(), train.spec().features());
    Pca pca = Pca.fit(scaled(train, scaling), components, threads);
    double error = pca.squaredError(scaled(rows, scaling), components, threads);
    boolean decodes = model.capabilities().contains(Capability.DECODE);
    List<double[]> columns =
        decodes && scaling.kind() == Scaling.Kind.NONE ? columns(model) : List.of();
    return new PcaComparison(error, columns.isEmpty() ? null : degrees(columns, pca));
  }

  /** Adds the figures to a result. */
  void put(ObjectNode result) {
    result.put("pcaSquaredError", squaredError);
    if (angle != null) {
      result.put("pcaAngle", angle);
    }
  }

  /**
   * Returns the figures for people.
   *
   * @param model the model's own mean squared error a row
   */
  List<Fact> facts(double model) {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact("PCA's squared error a row", String.format(Locale.ROOT, "%.5g", squaredError)));
    facts.add(new Fact("Model against PCA", verdict(model)));
    if (angle != null) {
      facts.add(
          new Fact("Largest angle to PCA", String.format(Locale.ROOT, "%.2f degrees", angle)));
    }
    return facts;
  }

  private String verdict(double model) {
    if (squaredError == 0) {
      return "the code is as wide as the row: PCA loses nothing";
    }
    double ratio = model / squaredError;
    return Math.abs(ratio - 1) <= SAME
        ? "as good as PCA, within 0.1 %"
        : String.format(
            Locale.ROOT,
            ratio > 1 ? "loses: its error is %.3g times PCA's" : "wins: its error is %.3g of PCA's",
            ratio);
  }

  private static double degrees(List<double[]> columns, Pca pca) {
    double[] angles = PrincipalAngles.between(columns.toArray(double[][]::new), pca.components());
    return Math.toDegrees(angles[angles.length - 1]);
  }

  private static Dataset scaled(Dataset rows, Scaling scaling) {
    float[] values = rows.values().clone();
    scaling.apply(values, rows.size());
    return Dataset.of("scaled rows", scaling.scaled(rows.spec()), values, rows.labels());
  }

  /**
   * Returns what each unit of the code adds to a reconstruction; nothing if they do not just add.
   */
  private static List<double[]> columns(TrainedModel model) {
    int units = model.codeWidth();
    float[] codes = new float[(units + 2) * units]; // 0, each unit alone, twice all units
    for (int i = 0; i < units; i++) {
      codes[(i + 1) * units + i] = 1;
      codes[(units + 1) * units + i] = 2;
    }
    List<String> ids = Collections.nCopies(units + 2, "");
    float[][] rows = model.decode(new Codes(model.codeKind(), codes, units, ids));
    int features = rows[0].length;
    double[] together = new double[features];
    List<double[]> columns = new ArrayList<>();
    for (int i = 0; i < units; i++) {
      double[] column = new double[features];
      for (int j = 0; j < features; j++) {
        column[j] = rows[i + 1][j] - rows[0][j];
        together[j] += column[j];
      }
      columns.add(column);
    }
    for (int j = 0; j < features; j++) {
      double whole = rows[units + 1][j] - rows[0][j];
      if (Math.abs(whole - 2 * together[j]) > AFFINE * (1 + Math.abs(whole))) {
        return List.of();
      }
    }
    return columns;
  }
}
