package io.ae.examples;

import io.ae.api.Codes;
import io.ae.core.TrainedModel;
import io.ae.core.data.Dataset;
import io.ae.core.metric.CodeStatistics;
import io.ae.core.nn.Tie;
import io.ae.examples.report.Figure;
import java.util.ArrayList;
import java.util.List;

/**
 * The way out of an untied contractive autoencoder: the penalty is on the encoder alone, so an
 * encoder that shrinks before a decoder that enlarges has a small Jacobian and has learnt nothing
 * by it. With tied weights (Rifai, Vincent, Muller, Glorot, Bengio, "Contractive auto-encoders",
 * ICML 2011) this way is shut. Trains on the first {@value #ROWS} rows at most.
 */
public final class WayOut {
  private static final int UNITS = 64;
  private static final int ROWS = 20_000;
  private static final int MEASURED = 100;
  private static final int SHOWN = 20;

  private WayOut() {}

  /**
   * One model.
   *
   * @param tie of its weights
   * @param factor λ on the penalty
   * @param jacobian mean over test rows of ‖J‖F
   * @param spread mean distance between the codes of two test rows
   * @param relative jacobian ÷ spread: how far a code moves under a small change of its row,
   *     against how far it is from another row's
   * @param alive units that vary, of {@value #UNITS}
   * @param mse of reconstructions, a mean over test rows and values
   */
  public record Trial(
      Tie tie,
      double factor,
      double jacobian,
      double spread,
      double relative,
      long alive,
      double mse) {}

  /**
   * All models.
   *
   * @param trials untied, then tied, each without and with the penalty
   * @param figure what the codes' units draw
   */
  public record Result(List<Trial> trials, Figure figure) implements Finding {
    @Override
    public Table table() {
      Table table = new Table().column("weights", "%s").column("factor", "%s");
      table.column("jacobian", "%.3f").column("spread", "%.3f").column("relative", "%.3f");
      table.column("alive", "%d").column("mse", "%.5f");
      for (Trial t : trials) {
        String weights = t.tie() == Tie.NONE ? "untied" : "tied";
        table.row(weights, t.factor(), t.jacobian(), t.spread(), t.relative(), t.alive(), t.mse());
      }
      return table;
    }
  }

  /**
   * Trains four models.
   *
   * @param lab where
   * @param train pictures with labels
   * @param test as many classes
   */
  public static Result run(Lab lab, Dataset train, Dataset test) {
    Pictures.requireLabelled("way-out", train);
    Dataset rows = Pictures.first(train, ROWS);
    Dataset asked = Pictures.first(test, MEASURED);
    List<Trial> trials = new ArrayList<>();
    Figure figure = new Figure();
    for (Tie tie : List.of(Tie.NONE, Tie.SHARED)) {
      for (double factor : new double[] {0, 1e-2}) {
        var fit =
            lab.model("contractive")
                .set("code", UNITS)
                .set("tie", tie)
                .set("factor", factor)
                .test(test)
                .fit(rows);
        try (TrainedModel model = fit.model()) {
          double jacobian = jacobian(model, asked);
          double spread = Slopes.spread(model.encode(asked));
          double mse = fit.metric("mse");
          Codes codes = model.encode(test);
          long alive = UNITS - CodeStatistics.of(codes).dead();
          trials.add(new Trial(tie, factor, jacobian, spread, jacobian / spread, alive, mse));
          String name = (tie == Tie.NONE ? "untied" : "tied") + ", factor " + factor;
          figure.strip(
              name + ": what units draw",
              Pictures.signed(rows.spec(), Units.drawn(model, codes, SHOWN)));
          figure.strip(
              name + ": test rows that came back",
              Pictures.of(rows.spec(), model.reconstruct(Pictures.first(asked, SHOWN)).rows()));
        }
      }
    }
    return new Result(trials, figure);
  }

  private static double jacobian(TrainedModel model, Dataset asked) {
    double sum = 0;
    for (int i = 0; i < asked.size(); i++) {
      double squares = 0;
      for (float[] unit : Slopes.jacobian(model, asked.row(i))) {
        double length = Slopes.length(unit);
        squares += length * length;
      }
      sum += Math.sqrt(squares);
    }
    return sum / asked.size();
  }
}
