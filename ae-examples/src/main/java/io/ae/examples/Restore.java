package io.ae.examples;

import io.ae.core.TrainedModel;
import io.ae.core.data.Dataset;
import io.ae.core.metric.Restoration;
import io.ae.core.nn.Corruption;
import io.ae.examples.report.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Corrupted pictures and what {@code denoising} makes of them, for every kind of corruption: by how
 * much the error to the clean pictures falls, on new draws. Trains on the first {@value #ROWS} rows
 * at most.
 */
public final class Restore {
  private static final int ROWS = 20_000;
  private static final int SHOWN = 20;

  private Restore() {}

  /**
   * One kind of corruption.
   *
   * @param kind what was done to pictures
   * @param corrupted mean over test rows and values of (x − x̃)²
   * @param restored the same of what came back
   * @param clean the same of pictures that were not corrupted
   * @param seconds of training
   */
  public record Trial(
      String kind, double corrupted, double restored, double clean, double seconds) {
    /** Returns how many times the error fell. */
    public double times() {
      return corrupted / restored;
    }
  }

  /**
   * All kinds.
   *
   * @param trials in the order of {@link Corruption.Kind}
   * @param figure test rows, corrupted above restored
   */
  public record Result(List<Trial> trials, Figure figure) implements Finding {
    @Override
    public Table table() {
      Table table = new Table().column("corruption", "%s").column("corrupted", "%.4f");
      table.column("restored", "%.4f").column("times", "%.2f").column("clean", "%.4f");
      table.column("seconds", "%.1f");
      for (Trial t : trials) {
        table.row(t.kind(), t.corrupted(), t.restored(), t.times(), t.clean(), t.seconds());
      }
      return table;
    }
  }

  /**
   * Trains a model for each kind.
   *
   * @param lab where
   * @param train pictures with labels
   * @param test as many classes
   */
  public static Result run(Lab lab, Dataset train, Dataset test) {
    Pictures.requireLabelled("restore", train);
    Dataset rows = Pictures.first(train, ROWS);
    Dataset shown = Pictures.first(test, SHOWN);
    List<Trial> trials = new ArrayList<>();
    Figure figure =
        new Figure().strip("Test rows", Pictures.of(shown.spec(), Pictures.rows(shown)));
    for (Corruption.Kind kind : Corruption.Kind.values()) {
      var fit = lab.model("denoising").set("corruption.kind", kind).test(test).fit(rows);
      try (TrainedModel model = fit.model()) {
        String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        trials.add(
            new Trial(
                name,
                fit.metric("mseCorruptedInput"),
                fit.metric("mseCorrupted"),
                fit.metric("mse"),
                fit.metric("trainSeconds")));
        Restoration made = model.restore(shown);
        figure.strip(
            name + ", restored below",
            Pictures.of(shown.spec(), made.corrupted(), made.restored().rows()));
      }
    }
    return new Result(trials, figure);
  }
}
