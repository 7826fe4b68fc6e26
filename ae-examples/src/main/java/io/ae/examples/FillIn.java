package io.ae.examples;

import io.ae.core.TrainedModel;
import io.ae.core.data.Dataset;
import io.ae.core.metric.Restoration;
import io.ae.examples.report.Figure;
import java.util.ArrayList;
import java.util.List;

/**
 * Hidden patches of pictures, filled in by {@code masked}: it is trained to predict what it does
 * not see, and asked for less and for more than it was trained with. Trains on the first {@value
 * #ROWS} rows at most.
 */
public final class FillIn {
  private static final int ROWS = 20_000;
  private static final int SHOWN = 20;
  private static final List<Double> FRACTIONS = List.of(.25, .5, .75);

  private FillIn() {}

  /**
   * One share of hidden patches.
   *
   * @param fraction of the patches
   * @param meanFill mean of (x − m)² over the hidden values of test rows, m the mean of the
   *     training rows' column
   * @param filled the same of what the model puts there
   * @param seconds of training
   */
  public record Trial(double fraction, double meanFill, double filled, double seconds) {}

  /**
   * All shares.
   *
   * @param trials by the share of hidden patches
   * @param figure test rows with patches hidden, and what the model makes of them
   */
  public record Result(List<Trial> trials, Figure figure) implements Finding {
    @Override
    public Table table() {
      Table table = new Table().column("hidden", "%.2f").column("meanFill", "%.4f");
      table.column("filled", "%.4f").column("share", "%.3f").column("seconds", "%.1f");
      for (Trial t : trials) {
        table.row(t.fraction(), t.meanFill(), t.filled(), t.filled() / t.meanFill(), t.seconds());
      }
      return table;
    }
  }

  /**
   * Trains a model for each share.
   *
   * @param lab where
   * @param train pictures with labels, whose sides are multiples of 4
   * @param test as many classes
   */
  public static Result run(Lab lab, Dataset train, Dataset test) {
    Pictures.requireLabelled("fill-in", train);
    Dataset rows = Pictures.first(train, ROWS);
    Dataset shown = Pictures.first(test, SHOWN);
    List<Trial> trials = new ArrayList<>();
    Figure figure =
        new Figure().strip("Test rows", Pictures.of(shown.spec(), Pictures.rows(shown)));
    for (double fraction : FRACTIONS) {
      var fit = lab.model("masked").set("fraction", fraction).epochs(10).test(test).fit(rows);
      try (TrainedModel model = fit.model()) {
        trials.add(
            new Trial(
                fraction,
                fit.metric("mseMeanFill"),
                fit.metric("mseReplaced"),
                fit.metric("trainSeconds")));
        Restoration made = model.restore(shown);
        String caption = Math.round(100 * fraction) + " % hidden, what the model makes of it below";
        figure.strip(caption, Pictures.of(shown.spec(), made.corrupted(), made.restored().rows()));
      }
    }
    return new Result(trials, figure);
  }
}
