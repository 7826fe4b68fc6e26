package io.ae.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ae.api.Autoencoder;
import io.ae.api.Codes;
import io.ae.api.Reconstruction;
import io.ae.api.model.Capability;
import io.ae.core.data.Dataset;
import io.ae.core.metric.NearestNeighbours;
import io.ae.examples.report.ReportData.Fact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A model on test rows.
 *
 * @param rows the test rows
 * @param reconstruction of these rows, from clean input
 * @param codes of these rows; null if the model gives none
 * @param knn share of labelled test rows whose class the nearest training codes name; null if not
 *     asked for or without labels
 * @param knnInput the same by the rows themselves; null if not asked for
 */
record Evaluation(
    Dataset rows,
    Reconstruction reconstruction,
    @Nullable Codes codes,
    @Nullable Double knn,
    @Nullable Double knnInput) {
  private static final int NEIGHBOURS = 10;

  /** What is measured beside the error. */
  enum Neighbours {
    /** Nothing. */
    NONE,
    /** Accuracy by codes. */
    CODES,
    /** Accuracy by codes and, much slower, by the rows themselves. */
    ROWS
  }

  /**
   * Measures.
   *
   * @param parts the training rows are where neighbours are looked for
   * @param threads cores to look for neighbours with
   */
  static Evaluation of(
      Autoencoder model, DataParts parts, Part part, Neighbours neighbours, int threads) {
    Dataset rows = Dataset.load(parts.part(part));
    Reconstruction reconstruction = model.reconstruct(rows);
    Codes codes = model.capabilities().contains(Capability.ENCODE) ? model.encode(rows) : null;
    Double knn = null;
    Double knnInput = null;
    if (neighbours != Neighbours.NONE && codes != null && labelled(rows)) {
      Dataset train = Dataset.load(parts.train());
      Codes trained = model.encode(train);
      knn =
          new NearestNeighbours(trained.values(), train.labels(), codes.width())
              .accuracy(codes.values(), rows.labels(), NEIGHBOURS, threads);
      if (neighbours == Neighbours.ROWS) {
        knnInput =
            new NearestNeighbours(train.values(), train.labels(), rows.spec().features())
                .accuracy(rows.values(), rows.labels(), NEIGHBOURS, threads);
      }
    }
    return new Evaluation(rows, reconstruction, codes, knn, knnInput);
  }

  private static boolean labelled(Dataset rows) {
    return Arrays.stream(rows.labels()).anyMatch(label -> label >= 0);
  }

  /** Returns the mean over rows and elements of (x − z)². */
  double mse() {
    return reconstruction.mse();
  }

  /** Returns the mean over rows of the squared error summed over a row. */
  double squaredError() {
    return Arrays.stream(reconstruction.squaredError()).average().orElse(Double.NaN);
  }

  /** Adds the figures to a result. */
  void put(ObjectNode result) {
    result.put("mse", mse()).put("squaredError", squaredError()).put("testRows", rows.size());
    if (knn != null) {
      result.put("knnAccuracy", knn);
    }
    if (knnInput != null) {
      result.put("knnAccuracyInput", knnInput);
    }
  }

  /** Returns the figures for people. */
  List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Test MSE an element", text("%.5g", mse())));
    facts.add(new Fact("Squared error a row", text("%.5g", squaredError())));
    if (knn != null) {
      facts.add(new Fact("10-NN accuracy of codes", text("%.1f %%", 100 * knn)));
    }
    if (knnInput != null) {
      facts.add(new Fact("10-NN accuracy of rows", text("%.1f %%", 100 * knnInput)));
    }
    return facts;
  }

  private static String text(String format, Object... args) {
    return String.format(Locale.ROOT, format, args);
  }
}
