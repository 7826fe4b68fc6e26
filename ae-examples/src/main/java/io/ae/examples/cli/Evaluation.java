package io.ae.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ae.api.Codes;
import io.ae.api.Reconstruction;
import io.ae.api.model.Capability;
import io.ae.core.TrainedModel;
import io.ae.core.baseline.LinearProbe;
import io.ae.core.data.Dataset;
import io.ae.core.metric.Corrupted;
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
 * @param knn share of labelled test rows, corrupted if so asked, whose class the nearest training
 *     rows name; nothing if not asked for or without labels
 * @param probe share of labelled test rows, corrupted if so asked, whose class a linear classifier
 *     of the training rows names; nothing if not asked for or without labels
 * @param corrupted how well the model undoes its corruption; null if it corrupts nothing
 */
record Evaluation(
    Dataset rows,
    Reconstruction reconstruction,
    @Nullable Codes codes,
    Accuracy knn,
    Accuracy probe,
    @Nullable Corrupted corrupted) {
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
   * What is measured beside errors.
   *
   * @param knn what the nearest neighbours see
   * @param probe what the linear classifier sees
   * @param noise whose corruption the rows have whose classes are told; null for clean rows
   */
  record Wanted(ToldBy knn, ToldBy probe, @Nullable TrainedModel noise) {
    /** Nearest neighbours alone, on clean rows. */
    static Wanted of(ToldBy knn) {
      return new Wanted(knn, ToldBy.NONE, null);
    }
  }

  /**
   * Measures.
   *
   * @param parts the training rows are what classes are learnt from
   * @param threads cores to use
   */
  static Evaluation of(TrainedModel model, DataParts parts, Part part, Wanted want, int threads) {
    Dataset rows = Dataset.load(parts.part(part));
    Reconstruction reconstruction = model.reconstruct(rows);
    Corrupted corrupted = model.corrupts() ? model.evaluate(rows, parts.train()).corrupted() : null;
    Codes codes = model.capabilities().contains(Capability.ENCODE) ? model.encode(rows) : null;
    boolean wanted = want.knn != ToldBy.NONE || want.probe != ToldBy.NONE;
    if (!wanted || codes == null || !labelled(rows)) {
      Accuracy none = new Accuracy(null, null);
      return new Evaluation(rows, reconstruction, codes, none, none, corrupted);
    }
    Dataset unseen = want.noise == null ? rows : corrupted(want.noise, rows);
    Codes unseenCodes = want.noise == null ? codes : model.encode(unseen);
    Dataset train = Dataset.load(parts.train());
    float[] trained = model.encode(train).values();
    Classifier neighbours =
        (known, labels, other, truth, width) ->
            new NearestNeighbours(known, labels, width).accuracy(other, truth, NEIGHBOURS, threads);
    Classifier linear =
        (known, labels, other, truth, width) ->
            LinearProbe.fit(known, labels, width, threads).accuracy(other, truth, threads);
    return new Evaluation(
        rows,
        reconstruction,
        codes,
        accuracy(neighbours, want.knn, train, trained, unseen, unseenCodes),
        accuracy(linear, want.probe, train, trained, unseen, unseenCodes),
        corrupted);
  }

  private static Dataset corrupted(TrainedModel noise, Dataset rows) {
    float[][] bad = noise.restore(rows).corrupted();
    float[] values = new float[rows.values().length];
    int width = rows.spec().features();
    for (int i = 0; i < bad.length; i++) {
      System.arraycopy(bad[i], 0, values, i * width, width);
    }
    return Dataset.of("corrupted rows", rows.spec(), values, rows.labels());
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
    if (corrupted != null) {
      corrupted.metrics().forEach(result::put);
    }
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
    if (corrupted != null) {
      facts.add(new Fact("From corrupted rows", text("%.5g", corrupted.output().mse())));
      facts.add(new Fact("Corrupted rows themselves", text("%.5g", corrupted.input().mse())));
      if (Double.isFinite(corrupted.replaced())) {
        facts.add(new Fact("On replaced elements", text("%.5g", corrupted.replaced())));
        facts.add(new Fact("There, of column means", text("%.5g", corrupted.meanFill())));
      }
    }
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
