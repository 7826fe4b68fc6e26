package io.ae.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ae.api.Autoencoder;
import io.ae.api.Codes;
import io.ae.api.Reconstruction;
import io.ae.api.model.Capability;
import io.ae.core.baseline.LinearProbe;
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
 * @param knn share of labelled test rows whose class the nearest training rows name; nothing if not
 *     asked for or without labels
 * @param probe share of labelled test rows whose class a linear classifier of the training rows
 *     names; nothing if not asked for or without labels
 */
record Evaluation(
    Dataset rows,
    Reconstruction reconstruction,
    @Nullable Codes codes,
    Accuracy knn,
    Accuracy probe) {
  private static final int NEIGHBOURS = 10;

  /** What a class is told from. */
  enum ToldBy {
    /** Nothing: it is not told. */
    NONE,
    /** Codes. */
    CODES,
    /** Codes and, beside them and slower, the rows themselves. */
    ROWS
  }

  /**
   * How often a class is told rightly.
   *
   * @param codes by codes, in [0, 1]; null if not asked for
   * @param input by the rows themselves; null if not asked for
   */
  record Accuracy(@Nullable Double codes, @Nullable Double input) {}

  /**
   * Measures.
   *
   * @param parts the training rows are what classes are learnt from
   * @param knn what the nearest neighbours see
   * @param probe what the linear classifier sees
   * @param threads cores to use
   */
  static Evaluation of(
      Autoencoder model, DataParts parts, Part part, ToldBy knn, ToldBy probe, int threads) {
    Dataset rows = Dataset.load(parts.part(part));
    Reconstruction reconstruction = model.reconstruct(rows);
    Codes codes = model.capabilities().contains(Capability.ENCODE) ? model.encode(rows) : null;
    boolean wanted = knn != ToldBy.NONE || probe != ToldBy.NONE;
    if (!wanted || codes == null || !labelled(rows)) {
      Accuracy none = new Accuracy(null, null);
      return new Evaluation(rows, reconstruction, codes, none, none);
    }
    Dataset train = Dataset.load(parts.train());
    float[] trained = model.encode(train).values();
    Classifier neighbours =
        (known, labels, unseen, truth, width) ->
            new NearestNeighbours(known, labels, width)
                .accuracy(unseen, truth, NEIGHBOURS, threads);
    Classifier linear =
        (known, labels, unseen, truth, width) ->
            LinearProbe.fit(known, labels, width, threads).accuracy(unseen, truth, threads);
    return new Evaluation(
        rows,
        reconstruction,
        codes,
        accuracy(neighbours, knn, train, trained, rows, codes),
        accuracy(linear, probe, train, trained, rows, codes));
  }

  /** Learns from rows and names the share of others that it puts into the right class. */
  private interface Classifier {
    double accuracy(float[] known, int[] labels, float[] unseen, int[] truth, int width);
  }

  private static Accuracy accuracy(
      Classifier classifier, ToldBy by, Dataset train, float[] trained, Dataset rows, Codes codes) {
    int[] labels = train.labels();
    Double told =
        by == ToldBy.NONE
            ? null
            : classifier.accuracy(trained, labels, codes.values(), rows.labels(), codes.width());
    Double input =
        by != ToldBy.ROWS
            ? null
            : classifier.accuracy(
                train.values(), labels, rows.values(), rows.labels(), rows.spec().features());
    return new Accuracy(told, input);
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
    put(result, "knnAccuracy", knn.codes);
    put(result, "knnAccuracyInput", knn.input);
    put(result, "probeAccuracy", probe.codes);
    put(result, "probePixelAccuracy", probe.input);
  }

  private static void put(ObjectNode result, String name, @Nullable Double value) {
    if (value != null) {
      result.put(name, value);
    }
  }

  /** Returns the figures for people. */
  List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Test MSE an element", text("%.5g", mse())));
    facts.add(new Fact("Squared error a row", text("%.5g", squaredError())));
    add(facts, "10-NN accuracy of codes", knn.codes);
    add(facts, "10-NN accuracy of rows", knn.input);
    add(facts, "Linear probe of codes", probe.codes);
    add(facts, "Linear probe of rows", probe.input);
    return facts;
  }

  private static void add(List<Fact> facts, String name, @Nullable Double accuracy) {
    if (accuracy != null) {
      facts.add(new Fact(name, text("%.1f %%", 100 * accuracy)));
    }
  }

  private static String text(String format, Object... args) {
    return String.format(Locale.ROOT, format, args);
  }
}
