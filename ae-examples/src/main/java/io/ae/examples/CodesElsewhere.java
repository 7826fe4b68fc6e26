package io.ae.examples;

import io.ae.api.Autoencoder;
import io.ae.core.baseline.KMeans;
import io.ae.core.baseline.LinearProbe;
import io.ae.core.baseline.Pca;
import io.ae.core.data.Dataset;
import io.ae.core.metric.ClusterAccuracy;
import io.ae.core.metric.NearestNeighbours;
import io.ae.examples.report.Figure;
import io.ae.examples.report.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Codes in the place of pixels: nearest neighbours, logistic regression and k-means on both, and on
 * as many principal components, by accuracy and time. The autoencoder learns from all rows without
 * their labels; the three from the first {@value #KNOWN} at most, with them.
 */
public final class CodesElsewhere {
  private static final int KNOWN = 20_000;
  private static final int ASKED = 5_000;
  private static final int CODE = 32;
  private static final int NEIGHBOURS = 10;

  private CodesElsewhere() {}

  /**
   * One method on one kind of rows.
   *
   * @param method what guesses the classes
   * @param rows what it sees of a picture
   * @param values that a picture is given by
   * @param accuracy share of test rows guessed right; of clusters, by the best matching
   * @param seconds to learn and to guess
   */
  public record Trial(String method, String rows, int values, double accuracy, double seconds) {}

  /**
   * All trials.
   *
   * @param trials method by method
   * @param figure the centres of k-means on pixels above those on codes, decoded
   */
  public record Result(List<Trial> trials, Figure figure) implements Finding {
    @Override
    public Table table() {
      Table table = new Table().column("method", "%s").column("rows", "%s").column("values", "%d");
      table.column("accuracy", "%.4f").column("seconds", "%.2f");
      for (Trial t : trials) {
        table.row(t.method(), t.rows(), t.values(), t.accuracy(), t.seconds());
      }
      return table;
    }
  }

  /** The same pictures, seen in one way. */
  private record View(String name, float[] known, float[] asked, int values) {}

  /**
   * Trains, and tries.
   *
   * @param lab where
   * @param train pictures with labels
   * @param test as many classes
   */
  public static Result run(Lab lab, Dataset train, Dataset test) {
    Pictures.requireLabelled("codes-elsewhere", train);
    Dataset known = Pictures.first(train, KNOWN);
    Dataset asked = Pictures.first(test, ASKED);
    int pixels = train.spec().features();
    int units = Math.min(CODE, pixels);
    var fit = lab.model("dense").set("hidden", List.of(256)).set("code", units).fit(train);
    try (Autoencoder model = fit.model()) {
      Pca pca = Pca.fit(known, units, lab.threads());
      List<View> views =
          List.of(
              new View("pixels", known.values(), asked.values(), pixels),
              new View("components", pca.encode(known, units), pca.encode(asked, units), units),
              new View("codes", model.encode(known).values(), model.encode(asked).values(), units));
      List<Trial> trials = new ArrayList<>();
      for (View v : views) {
        trials.add(timed("10 nearest", v, () -> neighbours(v, known, asked, lab.threads())));
      }
      for (View v : views) {
        trials.add(timed("logistic", v, () -> logistic(v, known, asked, lab.threads())));
      }
      List<float[][]> centres = new ArrayList<>();
      for (View v : views) {
        trials.add(timed("k-means", v, () -> clusters(v, known, asked, lab.threads(), centres)));
      }
      return new Result(trials, figure(train, model, centres.get(0), centres.get(2)));
    }
  }

  private static Trial timed(String method, View view, DoubleSupplier accuracy) {
    long start = System.nanoTime();
    double share = accuracy.getAsDouble();
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Trial(method, view.name(), view.values(), share, seconds);
  }

  private static double neighbours(View v, Dataset known, Dataset asked, int threads) {
    return new NearestNeighbours(v.known(), known.labels(), v.values())
        .accuracy(v.asked(), asked.labels(), NEIGHBOURS, threads);
  }

  private static double logistic(View v, Dataset known, Dataset asked, int threads) {
    return LinearProbe.fit(v.known(), known.labels(), v.values(), threads)
        .accuracy(v.asked(), asked.labels(), threads);
  }

  private static double clusters(
      View v, Dataset known, Dataset asked, int threads, List<float[][]> centres) {
    KMeans means = KMeans.fit(v.known(), v.values(), known.spec().classes(), 1, threads);
    centres.add(means.centres());
    return ClusterAccuracy.of(means.assign(v.asked(), threads), asked.labels());
  }

  private static Figure figure(
      Dataset train, Autoencoder model, float[][] ofPixels, float[][] ofCodes) {
    float[] flat = new float[ofCodes.length * ofCodes[0].length];
    for (int c = 0; c < ofCodes.length; c++) {
      System.arraycopy(ofCodes[c], 0, flat, c * ofCodes[c].length, ofCodes[c].length);
    }
    List<Picture> examples = Pictures.of(train.spec(), Pictures.oneOfEach(train));
    return new Figure()
        .height(84)
        .strip("One picture of each class", examples)
        .strip("Centres of k-means on pixels", Pictures.of(train.spec(), ofPixels))
        .strip(
            "Centres on codes, decoded",
            Pictures.of(train.spec(), model.decode(Units.of(model, flat))));
  }
}
