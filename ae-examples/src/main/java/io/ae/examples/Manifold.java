package io.ae.examples;

import io.ae.api.Autoencoder;
import io.ae.core.Fitting;
import io.ae.core.data.Dataset;
import io.ae.core.metric.SingularVectors;
import io.ae.core.nn.Activation;
import io.ae.core.nn.Tie;
import io.ae.examples.report.Figure;
import io.ae.examples.report.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Where codes are sensitive (Rifai, Vincent, Muller, Glorot, Bengio, "Contractive auto-encoders",
 * ICML 2011): the encoder's Jacobian J along small shifts and turns of the picture, which stay on
 * the manifold of the data, against random directions, which leave it; its leading singular vectors
 * as pictures; and how far codes move under noise. {@code contractive} beside {@code dense} of the
 * same 64 units. Trains on the first {@value #ROWS} rows at most.
 */
public final class Manifold {
  private static final int ROWS = 20_000;
  private static final int MEASURED = 200;
  private static final int SHOWN = 3;
  private static final int DIRECTIONS = 9;
  private static final double NOISE = .05;
  private static final List<Motion> MOTIONS =
      List.of(
          new Motion("shift right", 1, 0, 0),
          new Motion("shift down", 0, 1, 0),
          new Motion("turn", 0, 0, .1));

  private Manifold() {}

  /**
   * One model, by means over test rows.
   *
   * @param plugin what it is
   * @param mse of its reconstructions
   * @param shift mean of ‖Jv‖ along both shifts, v of length 1
   * @param turn mean of ‖Jv‖ along a turn
   * @param random mean of ‖Jv‖ along random directions
   * @param noise how far noise of deviation 0.05 moves a code, as a share of the mean distance
   *     between the codes of two rows
   */
  public record Answer(
      String plugin, double mse, double shift, double turn, double random, double noise) {
    /** Returns how much more codes answer to shifts than to random directions. */
    public double contrast() {
      return shift / random;
    }
  }

  /**
   * Both models.
   *
   * @param answers of {@code dense}, then of {@code contractive}
   * @param figure rows with the directions in which they move, and those each model sees most
   */
  public record Result(List<Answer> answers, Figure figure) implements Finding {
    @Override
    public Table table() {
      Table table = new Table().column("model", "%s").column("mse", "%.5f");
      table.column("shift", "%.4f").column("turn", "%.4f").column("random", "%.4f");
      table.column("shift/random", "%.2f").column("noise", "%.4f");
      for (Answer a : answers) {
        table.row(a.plugin(), a.mse(), a.shift(), a.turn(), a.random(), a.contrast(), a.noise());
      }
      return table;
    }
  }

  /**
   * Trains both, and measures.
   *
   * @param lab where
   * @param train pictures with labels
   * @param test as many classes
   */
  public static Result run(Lab lab, Dataset train, Dataset test) {
    Pictures.requireLabelled("manifold", train);
    Dataset rows = Pictures.first(train, ROWS);
    Dataset asked = Pictures.first(test, MEASURED);
    List<Answer> answers = new ArrayList<>();
    List<List<List<Picture>>> seen = new ArrayList<>();
    Fitting free = layer(lab, "dense");
    Fitting held = layer(lab, "contractive").set("factor", 1e-3);
    for (Fitting fitting : List.of(free, held)) {
      var fit = fitting.test(asked).fit(rows);
      try (Autoencoder model = fit.model()) {
        answers.add(answer(model, fit.metric("mse"), asked));
        seen.add(seen(model, Pictures.first(asked, SHOWN)));
      }
    }
    return new Result(answers, figure(asked, seen.get(0), seen.get(1)));
  }

  private static Figure figure(
      Dataset asked, List<List<Picture>> dense, List<List<Picture>> contractive) {
    Figure figure = new Figure().height(84);
    for (int i = 0; i < dense.size(); i++) {
      float[] row = asked.row(i);
      List<Picture> moves = new ArrayList<>(Pictures.of(asked.spec(), new float[][] {row}));
      for (Motion motion : MOTIONS) {
        moves.addAll(
            Pictures.signed(asked.spec(), new float[][] {motion.tangent(asked.spec(), row)}));
      }
      figure.strip("A row, and how it begins to shift right, to shift down, to turn", moves);
      figure.strip("dense: the directions that its code sees most", dense.get(i));
      figure.strip("contractive: the directions that its code sees most", contractive.get(i));
    }
    return figure;
  }

  /** The layer that both have in common. */
  private static Fitting layer(Lab lab, String plugin) {
    return lab.model(plugin)
        .set("hidden", List.of())
        .set("code", 64)
        .set("codeActivation", Activation.SIGMOID)
        .set("tie", Tie.SHARED)
        .epochs(50);
  }

  private static Answer answer(Autoencoder model, double mse, Dataset asked) {
    double right = along(model, asked, i -> MOTIONS.get(0).tangent(asked.spec(), asked.row(i)));
    double down = along(model, asked, i -> MOTIONS.get(1).tangent(asked.spec(), asked.row(i)));
    double turn = along(model, asked, i -> MOTIONS.get(2).tangent(asked.spec(), asked.row(i)));
    Random gauss = new Random(1);
    double random = along(model, asked, i -> Motion.unit(noise(gauss, asked.spec().features())));
    return new Answer(
        model.plugin(), mse, (right + down) / 2, turn, random, moved(model, asked, gauss));
  }

  private static float[] noise(Random gauss, int features) {
    float[] noise = new float[features];
    for (int j = 0; j < features; j++) {
      noise[j] = (float) gauss.nextGaussian();
    }
    return noise;
  }

  /** Gives a row's direction. */
  private interface Direction {
    float[] of(int row);
  }

  private static double along(Autoencoder model, Dataset asked, Direction direction) {
    float[][] rows = Pictures.rows(asked);
    float[][] directions = new float[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      directions[i] = direction.of(i);
    }
    double sum = 0;
    for (float[] slope : Slopes.along(model, rows, directions)) {
      sum += Slopes.length(slope);
    }
    return sum / rows.length;
  }

  /** Returns how far noise moves codes, against how far apart those of neighbouring rows are. */
  private static double moved(Autoencoder model, Dataset asked, Random gauss) {
    float[][] noisy = new float[asked.size()][];
    for (int i = 0; i < noisy.length; i++) {
      noisy[i] = Slopes.moved(asked.row(i), noise(gauss, asked.spec().features()), (float) NOISE);
    }
    var clean = model.encode(asked);
    var other = model.encode(noisy);
    double moved = 0;
    for (int i = 0; i < noisy.length; i++) {
      moved += Slopes.length(Slopes.moved(clean.row(i), other.row(i), -1));
    }
    return moved / noisy.length / Slopes.spread(clean);
  }

  /** Returns the leading right singular vectors of J at each row. */
  private static List<List<Picture>> seen(Autoencoder model, Dataset rows) {
    List<List<Picture>> pictures = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      SingularVectors leading = SingularVectors.of(Slopes.jacobian(model, rows.row(i)), DIRECTIONS);
      float[][] directions = new float[DIRECTIONS][rows.spec().features()];
      for (int k = 0; k < DIRECTIONS; k++) {
        for (int j = 0; j < directions[k].length; j++) {
          directions[k][j] = (float) leading.right()[k][j];
        }
      }
      pictures.add(Pictures.signed(rows.spec(), directions));
    }
    return pictures;
  }
}
