package io.ae.examples;

import io.ae.api.Autoencoder;
import io.ae.api.data.DataSpec;
import io.ae.core.Fitting;
import io.ae.core.baseline.LinearProbe;
import io.ae.core.baseline.Whitening;
import io.ae.core.data.Dataset;
import io.ae.core.data.SplitMix;
import io.ae.core.data.patch.Contrast;
import io.ae.core.data.patch.PatchGrid;
import io.ae.core.data.patch.PatchPooling;
import io.ae.core.nn.Activation;
import io.ae.core.nn.Sparsity;
import io.ae.examples.report.Figure;
import io.ae.examples.report.Picture;
import java.util.Arrays;
import java.util.List;

/**
 * Pictures by their patches (Coates, Lee, Ng, "An analysis of single-layer networks in unsupervised
 * feature learning", AISTATS 2011): a sparse autoencoder of {@value #SIDE} × {@value #SIDE} pixels,
 * contrast-normalised and whitened, finds strokes and edges; pictures are rebuilt from their
 * patches' codes; and the codes, pooled over the quarters of a picture, are features of the whole,
 * tried by a linear classifier beside the pixels.
 */
public final class Patches {
  private static final int SIDE = 8;
  private static final int STRIDE = 4;
  private static final int UNITS = 256;
  private static final int LEARNT = 50_000;
  private static final int OF_A_PICTURE = 50;
  private static final int LABELLED = 4_096;
  private static final int ASKED = 2_000;
  private static final int SHOWN = 10;

  /** Of pixels in [0, 1]: added to a patch's variance. */
  private static final double CONTRAST = 1e-3;

  /** Range of pixels up to which a patch is flat. */
  private static final float FLAT = .1f;

  /** Added to the variances of normalised patches. */
  private static final double WHITENING = .1;

  private Patches() {}

  /**
   * What came of it.
   *
   * @param features of a picture, pooled
   * @param pooled share of test pictures guessed right by a linear classifier of the features
   * @param pixels the same from pixels
   * @param mse of pictures rebuilt from their patches' codes, a mean over pixels in [0, 1]
   * @param figure filters, pictures, and the pictures rebuilt
   */
  public record Result(int features, double pooled, double pixels, double mse, Figure figure)
      implements Finding {
    /** Returns the peak signal-to-noise ratio of rebuilt pictures, in dB. */
    public double psnr() {
      return -10 * Math.log10(mse);
    }

    @Override
    public Table table() {
      return new Table()
          .column("what", "%s")
          .column("value", "%.4f")
          .row("linear classifier of pixels", pixels)
          .row("linear classifier of " + features + " pooled features", pooled)
          .row("mse of rebuilt pictures", mse)
          .row("psnr of rebuilt pictures, dB", psnr());
    }
  }

  /**
   * Learns patches, and tries them.
   *
   * @param lab where
   * @param train pictures with labels
   * @param test as many classes
   */
  public static Result run(Lab lab, Dataset train, Dataset test) {
    Pictures.requireLabelled("patches", train);
    PatchGrid grid = new PatchGrid(train.spec(), SIDE, STRIDE);
    float[] patches = drawn(train, grid);
    List<Picture> raw = first(grid.spec(), patches, 2 * SHOWN);
    Contrast.normalise(patches, grid.spec().features(), CONTRAST);
    Whitening whitening = Whitening.fit(rows(grid.spec(), patches), WHITENING, lab.threads());
    Dataset white = rows(grid.spec(), whitening.apply(patches));
    var fit = sparse(lab).fit(white);
    try (Autoencoder model = fit.model()) {
      PatchSight sight = new PatchSight(grid, CONTRAST, whitening, model);
      PatchPooling pooling = new PatchPooling(grid, 2);
      Dataset known = Pictures.first(train, LABELLED);
      Dataset asked = Pictures.first(test, ASKED);
      double pooled =
          probe(
              known,
              sight.features(known, pooling),
              asked,
              sight.features(asked, pooling),
              lab.threads());
      double pixels = probe(known, known.values(), asked, asked.values(), lab.threads());
      float[] rebuilt = sight.rebuilt(asked.values());
      float[][] filters = Units.drawn(model, model.encode(white), 6 * SHOWN);
      Figure figure =
          new Figure()
              .height(64)
              .strip("Patches", raw)
              .strip("What units draw", Pictures.signed(grid.spec(), filters))
              .strip("Pictures", first(test.spec(), asked.values(), SHOWN))
              .strip("Rebuilt from the codes of their patches", first(test.spec(), rebuilt, SHOWN));
      int features = pooling.features(UNITS);
      return new Result(features, pooled, pixels, mse(asked.values(), rebuilt), figure);
    }
  }

  private static Fitting sparse(Lab lab) {
    return lab.model("sparse")
        .set("sparsity.kind", Sparsity.Kind.TOP_K)
        .set("sparsity.active", UNITS / 16)
        .set("code", UNITS)
        .set("codeActivation", Activation.RELU)
        .train("rate", 1e-3);
  }

  /** Draws patches anywhere in any picture, but for flat ones, which hold nothing to learn. */
  private static float[] drawn(Dataset pictures, PatchGrid grid) {
    int width = grid.spec().features();
    PatchGrid everywhere = new PatchGrid(grid.picture(), SIDE, 1);
    SplitMix random = new SplitMix(1);
    int wanted = Math.min(LEARNT, OF_A_PICTURE * pictures.size());
    float[] patches = new float[wanted * width];
    for (int drawn = 0, tries = 0; drawn < wanted; tries++) {
      int at = random.nextInt(pictures.size()) * grid.picture().features();
      int to = drawn * width;
      everywhere.cut(pictures.values(), at, random.nextInt(everywhere.patches()), patches, to);
      // After as many tries as this there is hardly a patch that is not flat.
      drawn += tries > 20 * wanted || range(patches, to, width) > FLAT ? 1 : 0;
    }
    return patches;
  }

  private static float range(float[] values, int from, int count) {
    float low = values[from];
    float high = values[from];
    for (int at = from; at < from + count; at++) {
      low = Math.min(low, values[at]);
      high = Math.max(high, values[at]);
    }
    return high - low;
  }

  private static double probe(
      Dataset known, float[] learnt, Dataset asked, float[] tried, int threads) {
    int width = learnt.length / known.size();
    return LinearProbe.fit(learnt, known.labels(), width, threads)
        .accuracy(tried, asked.labels(), threads);
  }

  private static double mse(float[] x, float[] z) {
    double sum = 0;
    for (int at = 0; at < x.length; at++) {
      sum += (x[at] - z[at]) * (x[at] - z[at]);
    }
    return sum / x.length;
  }

  /** Returns rows of real numbers. */
  private static Dataset rows(DataSpec spec, float[] values) {
    int[] labels = new int[values.length / spec.features()];
    Arrays.fill(labels, -1);
    DataSpec real = spec.withRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    return Dataset.of("patches", real, values, labels);
  }

  private static List<Picture> first(DataSpec spec, float[] values, int most) {
    int rows = Math.min(most, values.length / spec.features());
    float[][] some = new float[rows][];
    for (int i = 0; i < rows; i++) {
      some[i] = Arrays.copyOfRange(values, i * spec.features(), (i + 1) * spec.features());
    }
    return Pictures.of(spec, some);
  }
}
