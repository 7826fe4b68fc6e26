package io.ae.examples;

import io.ae.core.TrainedModel;
import io.ae.core.baseline.Pca;
import io.ae.core.data.Dataset;
import io.ae.examples.report.Figure;
import java.util.ArrayList;
import java.util.List;

/**
 * Codes of a few numbers: what {@code linear} keeps of a picture is what as many principal
 * components keep (P. Baldi, K. Hornik, "Neural networks and principal component analysis", Neural
 * Networks 1989), and {@code dense} keeps more. Trains on the first {@value #ROWS} rows at most.
 */
public final class Components {
  private static final int ROWS = 20_000;
  private static final int SHOWN = 10;
  private static final List<Integer> SIZES = List.of(2, 10, 30);

  private Components() {}

  /**
   * One size of the code.
   *
   * @param code numbers that stand for a picture
   * @param components squared error of as many principal components, a mean over test rows
   * @param linear the same of the linear autoencoder
   * @param dense the same of the deep one
   */
  public record Trial(int code, double components, double linear, double dense) {}

  /**
   * All sizes.
   *
   * @param trials the smallest code first
   * @param figure the same test rows through each
   */
  public record Result(List<Trial> trials, Figure figure) implements Finding {
    @Override
    public Table table() {
      Table table = new Table().column("code", "%d").column("components", "%.3f");
      table.column("linear", "%.3f").column("dense", "%.3f");
      trials.forEach(t -> table.row(t.code(), t.components(), t.linear(), t.dense()));
      return table;
    }
  }

  /**
   * Trains two models of each size.
   *
   * @param lab where
   * @param train pictures with labels
   * @param test as many classes
   */
  public static Result run(Lab lab, Dataset train, Dataset test) {
    Pictures.requireLabelled("components", train);
    Dataset rows = Pictures.first(train, ROWS);
    Dataset shown = Pictures.first(test, SHOWN);
    Pca pca = Pca.fit(rows, SIZES.get(SIZES.size() - 1), lab.threads());
    List<Trial> trials = new ArrayList<>();
    Figure figure =
        new Figure().strip("Test rows", Pictures.of(shown.spec(), Pictures.rows(shown)));
    for (int code : SIZES) {
      float[][] back = pca.decode(pca.encode(shown, code), code);
      figure.strip(code + " components", Pictures.of(shown.spec(), back));
      List<Double> errors = new ArrayList<>();
      for (String plugin : List.of("linear", "dense")) {
        var fit = lab.model(plugin).set("code", code).epochs(30).test(test).fit(rows);
        errors.add(fit.metric("squaredError"));
        try (TrainedModel model = fit.model()) {
          figure.strip(
              plugin + ", " + code + " units",
              Pictures.of(shown.spec(), model.reconstruct(shown).rows()));
        }
      }
      double kept = pca.squaredError(test, code, lab.threads());
      trials.add(new Trial(code, kept, errors.get(0), errors.get(1)));
    }
    return new Result(trials, figure);
  }
}
